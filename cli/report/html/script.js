"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const main = document.getElementById("main");
  const PAGE = 100;
  const SEVERITIES = ["critical", "major", "minor", "neutral"];
  const ACTIONS = [["fix", "f"], ["admit", "a"], ["deprecate", "d"], ["other", "o"], ["ignore", "i"]];
  const OF_TERMBASE = new Set(["admit", "deprecate"]);

  // Elements. Text is always set as text: a segment may hold anything.
  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  // Spans count code points; a JavaScript string counts UTF-16 units.
  function marked(side, kind) {
    const paragraph = el("p", { lang: side.lang, class: kind });
    if (!side.span) { paragraph.append(side.text); return paragraph; }
    const points = Array.from(side.text);
    const [start, end] = side.span;
    paragraph.append(
      points.slice(0, start).join(""),
      el("mark", side.status ? { class: side.status } : {}, points.slice(start, end).join("")),
      points.slice(end).join(""));
    return paragraph;
  }

  const number = (value) => value.toLocaleString("en");
  const plural = (count, noun) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

  // Decisions live in the page and, where the browser allows it, in its storage until they are downloaded.
  const KEY = "zhengming:" + data.issues.map((issue) => issue.fingerprint).sort().join("").slice(0, 512);
  const decisions = new Map();
  try {
    for (const [name, one] of JSON.parse(localStorage.getItem(KEY) || "[]")) decisions.set(name, one);
  } catch { /* no storage here: the page keeps them */ }
  function decide(fingerprint, one) {
    if (one) decisions.set(fingerprint, one); else decisions.delete(fingerprint);
    try { localStorage.setItem(KEY, JSON.stringify([...decisions])); } catch { /* as above */ }
    showDecided();
  }
  const needsReason = (one) => one.decision === "ignore" && !one.reason;
  function showDecided() {
    const open = [...decisions.values()].filter(needsReason).length;
    document.getElementById("decided").textContent = decisions.size
      ? `${plural(decisions.size, "decision")}${open ? `, ${open} without a reason` : ""}` : "";
    document.getElementById("download").disabled = decisions.size === 0 || open > 0;
  }
  function download() {
    const listed = [...decisions].map(([fingerprint, one]) => ({ fingerprint, ...one }));
    const text = JSON.stringify({ schema: "zhengming/decisions/1", decisions: listed }, null, 1) + "\n";
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    el("a", { href: address, download: "decisions.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  // To decide.
  const filter = { text: "", severity: new Set(), check: "", file: "", sort: "term", most: PAGE };
  // Notes ask for nothing: they are shown on request, or where there is nothing else.
  for (const name of SEVERITIES) if (name !== "neutral" && data.summary.severities[name]) filter.severity.add(name);
  if (!filter.severity.size) filter.severity.add("neutral");
  let current = -1;
  const weight = (issue) => SEVERITIES.indexOf(issue.severity);
  function chosen() {
    const wanted = filter.text.toLowerCase();
    const found = data.issues.filter((issue) =>
      filter.severity.has(issue.severity)
      && (!filter.check || issue.code === filter.check)
      && (!filter.file || issue.path === filter.file)
      && (!wanted || [issue.message, issue.place, issue.term, issue.concept, issue.source && issue.source.text,
        issue.target && issue.target.text].some((text) => text && text.toLowerCase().includes(wanted))));
    const by = {
      term: () => 0,
      severity: (a, b) => weight(a) - weight(b),
      file: (a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
    }[filter.sort];
    return found.map((issue, index) => [issue, index]).sort((a, b) => by(a[0], b[0]) || a[1] - b[1]).map(([issue]) => issue);
  }
  function decisionRow(issue, article) {
    const made = decisions.get(issue.fingerprint);
    const row = el("div", { class: "decision", role: "group", "aria-label": "Decision" });
    const possible = ACTIONS.filter(([action]) =>
      action === "fix" ? issue.fixable : OF_TERMBASE.has(action) ? issue.concept && issue.source : issue.source);
    for (const [action, key] of possible) {
      row.append(el("button", {
        type: "button", "data-action": action, title: `${action} (${key})`,
        "aria-pressed": String(Boolean(made && made.decision === action)),
        onclick: () => choose(issue, action, article),
      }, action));
    }
    if (made && (OF_TERMBASE.has(made.decision) || made.decision === "fix")) {
      row.append(el("input", {
        value: made.text || "", "aria-label": "Words", placeholder: made.decision === "fix" ? issue.use : issue.found || "the words meant",
        oninput: (event) => decide(issue.fingerprint, tidy({ ...made, text: event.target.value.trim() })),
      }));
    } else if (made) {
      row.append(el("input", {
        value: made.reason || "", "aria-label": "Reason", placeholder: made.decision === "ignore" ? "why it may stand (wanted)" : "which concept is meant",
        oninput: (event) => decide(issue.fingerprint, tidy({ ...made, reason: event.target.value.trim() })),
      }));
    }
    return row;
  }
  const tidy = (one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value));
  function choose(issue, action, article) {
    const made = decisions.get(issue.fingerprint);
    decide(issue.fingerprint, made && made.decision === action ? null : { decision: action });
    const same = document.querySelectorAll(`article[data-fingerprint="${issue.fingerprint}"]`);
    for (const one of same) {
      const fresh = card(issue);
      if (one.classList.contains("current")) fresh.classList.add("current");
      one.replaceWith(fresh);
    }
    const fresh = document.querySelectorAll(`article[data-fingerprint="${issue.fingerprint}"]`);
    const place = [...same].indexOf(article);
    const input = fresh[place] && fresh[place].querySelector(".decision input");
    if (input) input.focus(); else if (fresh[place]) fresh[place].querySelector("button")?.focus();
  }
  function card(issue) {
    const article = el("article", {
      class: `${issue.severity}${decisions.has(issue.fingerprint) ? " done" : ""}`, "data-fingerprint": issue.fingerprint,
    });
    article.append(el("div", { class: "head" },
      el("span", { class: "code", title: data.checks[issue.code].finds }, `${issue.code} ${data.checks[issue.code].name}`),
      el("span", { class: "severity" }, issue.severity),
      issue.concept && data.concepts[issue.concept] ? el("a", { href: `#concept/${encodeURIComponent(issue.concept)}` }, issue.concept)
        : issue.concept ? el("span", {}, issue.concept) : null,
      el("span", { class: "place" }, issue.place + (issue.unit ? `  unit ${issue.unit}` : ""))));
    article.append(el("p", { class: "message" }, issue.message));
    if (issue.source) article.append(el("div", { class: "texts" }, marked(issue.source, "source"), marked(issue.target, "target")));
    if (issue.why) article.append(el("p", { class: "why" }, `why: ${issue.why}`));
    const related = issue.related.filter((one) => !issue.concept || !one.text.startsWith(issue.concept + " "));
    if (related.length) article.append(el("div", { class: "related" }, "elsewhere:",
      el("ul", {}, ...related.map((one) => el("li", {}, el("span", { class: "place" }, one.place), " ", one.text)))));
    article.append(decisionRow(issue, article));
    return article;
  }
  function options(select, values) {
    for (const [value, label] of values) select.append(el("option", { value }, label));
    return select;
  }
  function listIssues(list, count) {
    const found = chosen();
    list.replaceChildren(...found.slice(0, filter.most).map(card));
    if (found.length > filter.most) {
      list.append(el("p", { class: "more" }, el("button", {
        type: "button", onclick: () => { filter.most += PAGE; listIssues(list, count); },
      }, `Show ${number(Math.min(PAGE, found.length - filter.most))} more of ${number(found.length)}`)));
    }
    count.textContent = plural(found.length, "issue");
    current = -1;
  }
  function showDecide() {
    const list = el("div", { id: "issues" });
    const count = el("span", { class: "count", role: "status" });
    const again = () => { filter.most = PAGE; listIssues(list, count); };
    const files = [...new Set(data.issues.map((issue) => issue.path))].sort();
    const controls = el("div", { class: "filters", role: "search" },
      el("input", { type: "search", id: "search", placeholder: "Search terms, texts, places", "aria-label": "Search", value: filter.text,
        oninput: (event) => { filter.text = event.target.value.trim(); again(); } }),
      ...SEVERITIES.filter((name) => data.summary.severities[name]).map((name) => el("button", {
        type: "button", "data-severity": name, "aria-pressed": String(filter.severity.has(name)),
        onclick: (event) => {
          if (!filter.severity.delete(name)) filter.severity.add(name);
          event.target.setAttribute("aria-pressed", String(filter.severity.has(name)));
          again();
        },
      }, `${name} ${number(data.summary.severities[name])}`)),
      options(el("select", { id: "check", "aria-label": "Check", onchange: (event) => { filter.check = event.target.value; again(); } }),
        [["", "every check"], ...Object.entries(data.checks).map(([code, check]) => [code, `${code} ${check.name}`])]),
      options(el("select", { id: "file", "aria-label": "File", onchange: (event) => { filter.file = event.target.value; again(); } }),
        [["", "every file"], ...files.map((path) => [path, path])]),
      options(el("select", { id: "sort", "aria-label": "Order", onchange: (event) => { filter.sort = event.target.value; again(); } }),
        [["term", "by term"], ["severity", "by severity"], ["file", "by file"]]),
      count);
    controls.querySelector("#check").value = filter.check;
    controls.querySelector("#file").value = filter.file;
    controls.querySelector("#sort").value = filter.sort;
    main.replaceChildren(el("h2", {}, "To decide"), controls,
      el("p", { class: "keys" }, el("kbd", {}, "j"), " ", el("kbd", {}, "k"), " next, previous · ",
        ...ACTIONS.flatMap(([action, key]) => [el("kbd", {}, key), ` ${action} `]), "· ", el("kbd", {}, "/"), " search"),
      list);
    again();
    if (!data.issues.length) list.append(el("p", {}, "Nothing to decide."));
  }

  // Concepts.
  const nameOf = (concept) => concept.terms.filter((term) => term.status !== "deprecated").map((term) => term.text);
  const preferred = (concept) => concept.terms.filter((term, index, all) =>
    term.status === "preferred" && all.findIndex((one) => one.text === term.text) === index);
  const kindOf = (form) => form.form === "" ? "none" : form.status || "other";
  function bar(use) {
    const total = use.forms.reduce((sum, form) => sum + form.count, 0);
    const row = el("div", { class: "bar", role: "img", "aria-label": use.forms.map((form) => `${form.form || "nothing found"} ${form.count}`).join(", ") });
    for (const form of use.forms) {
      const part = el("span", { class: kindOf(form), title: `${form.form || "nothing found"} ×${form.count}` });
      part.style.flexGrow = String(form.count / total);
      row.append(part);
    }
    return [row, el("ul", { class: "legend" }, ...use.forms.map((form) =>
      el("li", { class: kindOf(form) }, el("i", {}), el("span", form.form ? { lang: use.lang } : {}, form.form || "nothing found"), ` ×${number(form.count)}`)))];
  }
  let order = "open";
  function showConcepts() {
    const rows = Object.entries(data.concepts).map(([id, concept]) => ({
      id, concept,
      forms: Math.max(...concept.uses.map((use) => use.forms.length)),
      count: concept.uses.reduce((sum, use) => sum + use.forms.reduce((all, form) => all + form.count, 0), 0),
      issues: data.issues.filter((issue) => issue.concept === id).length,
    }));
    const by = { open: (a, b) => b.issues - a.issues || b.forms - a.forms || b.count - a.count, id: (a, b) => a.id < b.id ? -1 : 1, count: (a, b) => b.count - a.count, forms: (a, b) => b.forms - a.forms };
    rows.sort(by[order]);
    const head = (name, label, kind) => el("th", kind ? { class: kind } : {}, el("button", { type: "button", onclick: () => { order = name; showConcepts(); } }, label));
    main.replaceChildren(el("h2", {}, `Concepts met: ${number(rows.length)}`),
      el("table", {}, el("thead", {}, el("tr", {}, head("id", "concept"), el("th", {}, "names"), head("count", "occurrences", "number"), head("forms", "renderings", "number"), head("open", "issues", "number"))),
        el("tbody", {}, ...rows.map((row) => el("tr", {},
          el("td", {}, el("a", { href: `#concept/${encodeURIComponent(row.id)}` }, row.id)),
          el("td", {}, ...preferred(row.concept).flatMap((term, index) => [index ? " · " : "", el("span", { lang: term.lang }, term.text)])),
          el("td", { class: "number" }, number(row.count)), el("td", { class: "number" }, number(row.forms)), el("td", { class: "number" }, number(row.issues)))))));
  }
  function showConcept(id) {
    const concept = data.concepts[id];
    if (!concept) { main.replaceChildren(el("p", {}, `No such concept here: ${id}`)); return; }
    const facts = el("dl", {});
    const fact = (name, ...value) => facts.append(el("dt", {}, name), el("dd", {}, ...value));
    for (const status of ["preferred", "admitted", "deprecated"]) {
      const terms = concept.terms.filter((term) => term.status === status);
      if (terms.length) fact(status, ...terms.flatMap((term, index) => [index ? " · " : "", el("span", { lang: term.lang }, term.text), ` (${term.lang})`]));
    }
    for (const name of ["field", "definition", "note", "source", "place"]) if (concept[name]) fact(name, concept[name]);
    fact("standing", `${concept.standing}, ${concept.check}`);
    const issues = data.issues.filter((issue) => issue.concept === id);
    main.replaceChildren(el("h2", {}, `${id} `, nameOf(concept)[0] || ""), facts);
    for (const use of concept.uses) {
      main.append(el("h2", {}, `Renderings in ${use.lang}`), ...bar(use));
      const statusOf = new Map(use.forms.map((form) => [form.form, kindOf(form)]));
      main.append(...use.contexts.map((context) => el("article", { class: "neutral" },
        el("div", { class: "place" }, `${context.place}  unit ${context.unit}`),
        el("div", { class: "texts" }, marked(context.source, "source"), marked({ ...context.target, status: statusOf.get(context.form) }, "target")))));
      const shown = use.contexts.length, all = use.forms.reduce((sum, form) => sum + form.count, 0);
      if (shown < all) main.append(el("p", { class: "count" }, `${number(shown)} of ${number(all)} places shown`));
    }
    if (issues.length) main.append(el("h2", {}, `Issues: ${number(issues.length)}`), ...issues.slice(0, PAGE).map(card));
  }

  // Files and method.
  function showFiles() {
    const issuesOf = new Map();
    for (const issue of data.issues) issuesOf.set(issue.path, (issuesOf.get(issue.path) || 0) + 1);
    main.replaceChildren(el("h2", {}, "Files"), el("table", {}, el("thead", {}, el("tr", {},
      el("th", {}, "file"), ...["issues", "penalty", "size", "MQM score"].map((name) => el("th", { class: "number" }, name)))),
      el("tbody", {}, ...data.files.map((file) => el("tr", {},
        el("td", {}, el("a", { href: "#decide", onclick: () => { filter.file = issuesOf.has(file.path) ? file.path : ""; } }, file.path)),
        el("td", { class: "number" }, number(issuesOf.get(file.path) || 0)), el("td", { class: "number" }, number(file.penalty)),
        el("td", { class: "number" }, `${number(file.size)} ${file.unit}`),
        el("td", { class: "number" }, file.score === null ? "–" : file.score.toFixed(2)))))));
  }
  function showMethod() {
    main.replaceChildren(el("h2", {}, "Method"),
      el("p", {}, `Checked by zhengming ${data.version} against ${data.termbases.join(", ") || "no termbase"}. An issue is a possible fault that nobody has confirmed yet.`),
      el("p", {}, `MQM score: ${data.formula}. The size is that of the sources; only faults of translations count. Source: themqm.org, “The MQM scoring models”.`),
      el("p", {}, "Decisions made here are downloaded as decisions.json and carried out with ", el("code", {}, "zhengming review --apply decisions.json"), "."),
      el("h2", {}, "Checks that found something"),
      el("dl", {}, ...Object.entries(data.checks).flatMap(([code, check]) => [el("dt", {}, `${code} ${check.name}`), el("dd", {}, `${check.finds}.`)])));
  }

  // The frame.
  function summary() {
    const { summary: sum } = data;
    const boxes = [["MQM score", sum.quality.score === null ? "–" : sum.quality.score.toFixed(2)],
      ...SEVERITIES.map((name) => [name, number(sum.severities[name])]).filter(([name]) => name !== "critical" || sum.severities.critical),
      ["files", number(sum.files)], ["units", number(sum.units)]];
    if (sum.passed) boxes.push(["left out", number(sum.passed)]);
    for (const [name, count] of Object.entries(sum.suppressed)) boxes.push([name === "baseline" ? "in the baseline" : "ignored", number(count)]);
    document.getElementById("summary").replaceChildren(...boxes.map(([label, value]) => el("div", {}, el("b", {}, value), el("span", {}, label))));
  }
  function route() {
    const [name, id] = (location.hash.slice(1) || "decide").split("/");
    const pages = { decide: showDecide, concepts: showConcepts, files: showFiles, method: showMethod };
    if (name === "concept") showConcept(decodeURIComponent(id || "")); else (pages[name] || showDecide)();
    for (const link of document.querySelectorAll("nav a")) {
      const is = link.hash === `#${name}` || (name === "concept" && link.hash === "#concepts");
      if (is) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
    scrollTo(0, 0);
  }
  function step(by) {
    const cards = [...document.querySelectorAll("#issues article")];
    if (!cards.length) return;
    cards[current]?.classList.remove("current");
    current = Math.min(Math.max(current + by, 0), cards.length - 1);
    cards[current].classList.add("current");
    cards[current].scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, select, textarea")) { if (event.key === "Escape") event.target.blur(); return; }
    const action = ACTIONS.find(([, key]) => key === event.key);
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (event.key === "/") document.getElementById("search")?.focus();
    else if (action) document.querySelector(`article.current [data-action="${action[0]}"]`)?.click();
    else return;
    event.preventDefault();
  });
  const root = document.documentElement;
  root.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
  document.getElementById("theme").addEventListener("click", () => root.classList.toggle("dark"));
  document.getElementById("download").addEventListener("click", download);
  addEventListener("hashchange", route);
  summary();
  showDecided();
  route();
})();
