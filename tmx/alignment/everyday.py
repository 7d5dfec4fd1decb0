"""Everyday words of Chinese and English, for texts too short to learn them from: places, people, time, what is done.

Terms are not here: they are the termbase's.
"""

from __future__ import annotations

__all__ = ["EVERYDAY"]

_WORDS = """
中国 China Chinese | 美国 America American US USA States | 英国 Britain British UK Kingdom | 法国 France French
德国 Germany German | 日本 Japan Japanese | 韩国 Korea Korean | 俄罗斯 Russia Russian | 印度 India Indian
欧洲 Europe European | 欧盟 EU | 亚洲 Asia Asian | 非洲 Africa African | 意大利 Italy Italian
西班牙 Spain Spanish | 加拿大 Canada Canadian | 澳大利亚 Australia Australian | 巴西 Brazil Brazilian
墨西哥 Mexico Mexican | 越南 Vietnam Viet Vietnamese | 泰国 Thailand Thai | 缅甸 Myanmar Burma
马来西亚 Malaysia Malaysian | 印度尼西亚 Indonesia Indonesian | 印尼 Indonesia Indonesian | 菲律宾 Philippines
新加坡 Singapore | 台湾 Taiwan | 香港 Hong Kong | 澳门 Macao Macau | 伊朗 Iran Iranian | 伊拉克 Iraq Iraqi
以色列 Israel Israeli | 土耳其 Turkey Turkish | 埃及 Egypt Egyptian | 荷兰 Netherlands Dutch
瑞典 Sweden Swedish | 瑞士 Switzerland Swiss | 波兰 Poland Polish | 希腊 Greece Greek | 罗马 Rome Roman
乌克兰 Ukraine Ukrainian | 爱尔兰 Ireland Irish | 苏格兰 Scotland Scottish | 英格兰 England English
阿富汗 Afghanistan | 巴基斯坦 Pakistan | 哈萨克斯坦 Kazakhstan | 蒙古 Mongolia | 刚果 Congo | 南非 South Africa
格陵兰 Greenland | 北京 Beijing | 上海 Shanghai | 广东 Guangdong | 江西 Jiangxi | 内蒙古 Inner Mongolia
四川 Sichuan | 湖南 Hunan | 江苏 Jiangsu | 浙江 Zhejiang | 山东 Shandong | 云南 Yunnan | 广西 Guangxi
福建 Fujian | 赣州 Ganzhou | 包头 Baotou | 武汉 Wuhan | 华盛顿 Washington | 纽约 New York | 伦敦 London
巴黎 Paris | 东京 Tokyo | 布鲁塞尔 Brussels | 柏林 Berlin | 加州 California | 德克萨斯 Texas | 芝加哥 Chicago
太平洋 Pacific | 大西洋 Atlantic | 世界 world global | 全球 global world worldwide | 国际 international
国家 state national country nation | 国内 domestic | 国外 abroad foreign | 外国 foreign | 地区 region area
地方 local place | 城市 city urban | 农村 rural | 县 county | 省 province | 市 city | 村 village | 街 street
路 road | 河 river | 江 river | 湖 lake | 山 mountain mount | 海 sea | 岛 island | 港口 port | 机场 airport
东 east eastern | 西 west western | 南 south southern | 北 north northern | 中央 central | 首都 capital
政府 government | 部长 minister | 部门 department authority sector | 商务部 Commerce | 外交部 Foreign
海关 customs | 总统 president | 总理 premier prime | 主席 chairman president | 议会 parliament | 国会 congress
法院 court | 法官 judge | 警察 police | 军队 army military troops | 军事 military | 战争 war | 士兵 soldier
将军 general | 国王 king | 女王 queen | 皇帝 emperor | 党 party | 选举 election elected
联合国 United Nations UN | 银行 bank | 公司 company corporation | 企业 enterprise company business | 集团 group
工厂 factory plant | 学校 school | 大学 university college | 学院 college institute | 医院 hospital
教会 church | 教堂 church | 博物馆 museum | 图书馆 library | 组织 organization organisation | 协会 association
委员会 committee commission | 机构 institution agency body | 学生 student | 老师 teacher | 教授 professor
医生 doctor physician | 作家 writer author | 作者 author | 记者 reporter journalist | 专家 expert
科学家 scientist | 工人 worker | 农民 farmer peasant | 演员 actor actress | 导演 director directed | 球员 player
球队 team | 成员 member | 代表 representative represent delegate | 发言人 spokesperson spokesman spokeswoman
官员 official officer | 经理 manager | 投资者 investor | 消费者 consumer | 用户 user | 客户 customer client
朋友 friend | 父亲 father | 母亲 mother | 儿子 son | 女儿 daughter | 兄弟 brother | 姐妹 sister | 妻子 wife
丈夫 husband | 孩子 child children | 儿童 child children | 女人 woman women | 妇女 woman women | 男人 man men
人民 people | 人口 population | 家庭 family home | 社会 society social | 社区 community | 公众 public | 年 year
月 month | 周 week | 日 day | 今天 today | 明天 tomorrow | 昨天 yesterday | 星期一 Monday | 星期二 Tuesday
星期三 Wednesday | 星期四 Thursday | 星期五 Friday | 星期六 Saturday | 星期日 Sunday | 世纪 century
年代 decade era | 季度 quarter | 小时 hour | 分钟 minute | 春季 spring | 夏季 summer | 秋季 autumn fall
冬季 winter | 早期 early | 后来 later | 未来 future | 历史 history historical | 当前 current
最近 recent recently | 开始 begin began start started | 结束 end ended | 之后 after | 之前 before | 首次 first
最终 final finally eventually end | 最后 last final finally | 同时 meanwhile same | 但是 but however
但 but however | 然而 however | 因此 therefore thus | 因为 because | 如果 if | 虽然 although though
例如 example | 数量 quantity number amount | 价格 price | 百分 percent per cent | 吨 tonne ton
公斤 kilogram kg | 公里 kilometre kilometer km | 米 metre meter | 万 thousand | 亿 million billion | 一半 half
多数 most majority | 大部分 most | 所有 all | 许多 many | 一些 some | 其他 other | 第一 first | 第二 second
第三 third | 双 double two | 倍 times | 经济 economy economic | 贸易 trade | 市场 market
工业 industry industrial | 产业 industry | 农业 agriculture agricultural | 能源 energy | 电力 power electricity
石油 oil petroleum | 煤炭 coal | 天然气 gas | 金属 metal | 钢铁 steel iron | 矿 mine ore mineral | 材料 material
原料 raw | 产品 product | 商品 goods commodity | 货物 goods cargo | 服务 service | 技术 technology technical
科技 technology | 科学 science scientific | 研究 research study studies | 发展 development develop
生产 production produce | 制造 manufacture manufacturing make | 出口 export | 进口 import | 供应 supply
需求 demand | 投资 invest investment | 资金 fund capital | 资本 capital | 金融 finance financial
财政 fiscal finance | 货币 currency monetary | 美元 dollar US$ | 人民币 renminbi RMB yuan | 元 yuan | 欧元 euro
税 tax duty | 关税 tariff duty | 利率 rate interest | 贷款 loan | 债券 bond | 股票 stock share | 股份 share
基金 fund | 保险 insurance | 成本 cost | 利润 profit | 收入 income revenue | 增长 growth grow increase
下降 fall decline decrease | 上升 rise increase | 减少 reduce decrease | 增加 increase
提高 raise improve increase | 法律 law legal | 法规 regulation | 规定 provision rule stipulate provide
规则 rule | 政策 policy | 措施 measure | 管理 management manage administration | 管制 control
限制 restrict restriction limit | 禁止 prohibit ban prohibited | 许可 licence license permit
许可证 licence license | 申请 apply application | 批准 approve approval | 审查 review
检查 inspect inspection check | 公告 announcement notice | 通知 notice notify | 办法 measures
决定 decision decide | 协议 agreement | 协定 agreement | 合同 contract | 条约 treaty | 谈判 talks negotiation
制裁 sanction | 罪 crime | 权利 right | 责任 responsibility liability | 义务 obligation
安全 security safety safe | 保护 protection protect | 环境 environment environmental | 污染 pollution
气候 climate | 水 water | 空气 air | 土地 land | 食品 food | 食物 food | 农作物 crop | 药物 drug medicine
疾病 disease | 病人 patient | 患者 patient | 病毒 virus | 感染 infection infected | 症状 symptom
治疗 treatment treat | 手术 surgery operation | 疫苗 vaccine | 健康 health healthy | 卫生 health | 医疗 medical
死亡 death died deaths | 血 blood | 细胞 cell | 基因 gene genetic | 蛋白 protein | 大脑 brain | 心脏 heart
肺 lung | 教育 education | 文化 culture cultural | 艺术 art | 音乐 music musical | 歌曲 song | 专辑 album
电影 film movie | 电视 television TV | 节目 show programme program | 游戏 game
比赛 match game race competition | 冠军 champion championship | 联赛 league | 足球 football soccer | 书 book
小说 novel | 故事 story | 语言 language | 文字 text script writing | 宗教 religion religious | 上帝 God
佛教 Buddhism Buddhist | 基督 Christ Christian | 天主教 Catholic | 神 god | 政治 politics political
外交 diplomatic foreign | 民主 democracy democratic | 革命 revolution | 改革 reform
计划 plan programme program | 项目 project item | 系统 system | 制度 system regime | 信息 information
数据 data | 网络 network internet | 网站 website site | 电脑 computer | 计算机 computer | 软件 software
文件 document file | 设备 equipment device | 机器 machine | 汽车 car vehicle automobile | 车辆 vehicle
飞机 aircraft plane | 船 ship boat vessel | 火车 train | 铁路 railway railroad | 桥 bridge
建筑 building architecture | 房子 house | 武器 weapon | 炸弹 bomb | 火 fire | 光 light | 颜色 color colour
红 red | 白 white | 黑 black | 绿 green | 蓝 blue | 金 gold | 银 silver | 铜 copper | 铁 iron | 锂 lithium
钴 cobalt | 镍 nickel | 动物 animal | 植物 plant | 树 tree | 鸟 bird | 鱼 fish | 马 horse | 狗 dog | 猫 cat
花 flower | 身体 body | 手 hand | 头 head | 眼睛 eye | 脚 foot feet | 名字 name | 生活 life live | 生命 life
说 said say | 表示 said say stated | 认为 believe think consider | 称 said call called | 指出 pointed noted
宣布 announce announced | 报告 report | 报道 report reported | 发表 publish published
发布 release issued publish | 建议 suggest recommend propose | 要求 require request demand | 提供 provide offer
使用 use used | 采用 adopt use | 包括 include including | 成为 become became | 建立 establish built
成立 founded established | 创建 founded create created | 设计 design designed | 建造 built build
完成 complete completed | 继续 continue continued | 停止 stop stopped | 发现 find found discover discovered
知道 know known | 看到 see saw | 获得 obtain won receive gain | 赢得 won win | 失去 lose lost | 攻击 attack
杀死 kill killed | 出生 born birth | 结婚 married marry | 去世 died | 死 died dead | 工作 work job
学习 learn study | 参加 attend join participate | 加入 join joined | 离开 leave left | 返回 return returned
到达 arrive arrived reach reached | 前往 go went travel | 支持 support | 反对 oppose against
合作 cooperation cooperate | 帮助 help assist | 影响 influence affect impact effect | 导致 lead cause led
造成 cause caused | 防止 prevent | 允许 allow allowed permit | 需要 need require
可能 may might possible likely | 能够 able can | 必须 must | 应当 shall should | 不得 not | 没有 no not without
重要 important | 主要 main major | 大 large big great | 小 small little | 新 new | 旧 old | 高 high | 低 low
长 long | 短 short | 强 strong | 弱 weak | 快 fast quick | 慢 slow | 好 good well | 坏 bad | 年轻 young
著名 famous | 特别 special particularly | 普通 ordinary common general | 不同 different | 相同 same
类似 similar | 公共 public | 私人 private | 自由 free freedom | 独立 independent independence
共同 joint common | 问题 problem question issue | 原因 reason cause | 结果 result | 方法 method
方式 way manner | 方面 aspect | 情况 situation circumstance case | 条件 condition | 目的 purpose
目标 target goal objective | 作用 role effect | 能力 ability capacity | 力量 power force | 权力 power
机会 opportunity chance | 风险 risk | 危险 danger dangerous | 危机 crisis | 水平 level | 标准 standard
质量 quality | 类型 type kind | 部分 part | 整个 whole entire | 中心 center centre | 附近 near nearby
内部 internal inside | 外部 external outside | 上面 above | 下面 below
"""
#: A Chinese word with the English words that may stand for it.
EVERYDAY: tuple[tuple[str, ...], ...] = tuple(
    tuple(entry.split()) for line in _WORDS.strip().split("\n") for entry in line.split("|")
)
