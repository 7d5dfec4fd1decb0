"""Words that are no part of a term: those that name nothing, and the verbs of any text."""

from __future__ import annotations

__all__ = ["EMPTY", "VERBS"]

#: Words that name nothing: no term begins or ends with one, and a change of one is no other rendering.
EMPTY = frozenset(
    (
        "a an the this that these those it its it's they their them he she his her we our us you your "
        "i my who whose "
        "which what where when while whether if then than as so such same other others another each "
        "every any all both "
        "some many much more most few less least several various certain respective relevant related "
        "own also only "
        "just still even well very too not no nor or and but of in on at by for from to into onto "
        "upon with within "
        "without under over between among amid about around through throughout during before after "
        "since until against "
        "towards toward across along per via up down out off be is are was were been being am do does "
        "did done have "
        "has had having will would shall should can could may might must need there here one two "
        "three four five six "
        "seven eight nine ten first second third last next new including included namely based basis "
        "year month quarter week day half end early late time period january february march april may "
        "june july "
        "august september october november december percent cent mr mrs ms dr"
    ).split()
) | frozenset(
    (
        "的 之 了 在 是 和 与 及 或 以及 以 于 由 为 为了 对 对于 将 把 被 向 从 自 至 到 按 按照 "
        "根据 就 并 并且 而 而且 也 亦 都 均 "
        "等 其 其他 其它 该 该等 此 这 这些 那 那些 有 有关 相关 没有 无 不 未 已 已经 正 会 可 可以 "
        "能 能够 应 须 必须 需 需要 "
        "个 项 名 种 家 次 位 份 条 些 一 二 三 四 五 六 七 八 九 十 两 一个 一些 多 少 更 最 较 很 "
        "非常 各 各个 各项 每 所 者 "
        "年 月 日 季 年内 年底 本年 去年 今年 明年 每年 每天 目前 现在 年初 期间 期 后 前 中 内 外 上 "
        "下 间 时 当 当时 同时 我们 他们 我 你 您 他 她 它 本 "
        "自己 作 作为 以来 之间 之后 之前 因 因为 所以 如 如果 例如 包括 其中 及其 但 但是 则 若 虽然 "
        "使 令 让 通过 透过 经 "
        "年度 第 第一 第二 第三 季度 新 大 小 高 低 着 过 地 得 出 入 来 去 起 行 若干 部分 或者 还是 "
        "还 又 再 只 这种 这个 "
        "一种 任何 所有 是否 以下 以上 什么 如何 其实 然后 人 们 里 做 用 带 给 跟 说"
    ).split()
)  # fmt: skip

#: What any text does: a phrase with one of these is a turn of speech (remains stable, 保持稳定) and no term.
VERBS = frozenset(
    (
        "achieve announce assist become begin bring build carry cause conduct consider continue "
        "create decide decline "
        "decrease describe enhance ensure establish expect face find follow fully further gain get "
        "give go help "
        "highly improve increase introduce issue keep know launch lead let maintain make mean meet "
        "obtain participate "
        "play promote propose provide publish pursue raise reach receive reduce reflect remain report "
        "require respond "
        "result rise say see seek set show start strengthen suggest take think turn use want widely work"
    ).split()
) | frozenset(
    (
        "采取 参与 持续 达到 反映 改善 公布 鼓励 广泛 积极 继续 加强 加快 减少 进行 进一 一步 开始 "
        "落实 密切 确保 取得 上升 设立 "
        "实施 提高 提供 提升 推出 推动 推广 维持 下跌 下降 协助 宣布 影响 有效 增加 增强 增进 支持 "
        "致力 逐步 促进 保持 发表 显示 "
        "成为 发挥 欢迎 举办 举行 参加 希望 表示 认为 指出 强调 坚持 努力 完成 建立 制定 导致 引起 "
        "造成 使用 出现 发现 产生 存在"
    ).split()
)  # fmt: skip
