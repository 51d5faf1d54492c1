"use strict";
// The form of one unit: draws the fields of the format, checks them as they are filled in, keeps a draft
// in this browser and saves the report as JSON. All words of the checks come with the data; none is here.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const main = document.getElementById("form");
  const key = ["zhouhui", data.campaign, data.unit, data.week].join(":");
  const field = (fields, name) => fields.find((one) => one.name === name);
  const head = (name) => field(data.fields, name);
  const entryFields = head("entries").item.fields;
  const evidenceFields = field(entryFields, "evidence").item.fields;
  const requestFields = head("coordinationRequests").item.fields;
  const outcomeFields = head("outcomes").item.fields;
  const names = ["delay", "extensionRequest", "closeOutRequest"];
  let state = { submittedBy: "", zero: false, entries: {}, requests: [], outcomes: {}, saved: 0 };
  let nextId = 0;
  // What is merely not filled in yet is only told where somebody has been, or once saving was tried.
  const visited = new Set();
  let isSaving = false;

  // ---- elements
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  function control(type, value, put) {
    const set = (event) => { put(event.target.value); changed(); };
    if (type.type === "choice") {
      const options = [make("option", { value: "" }, "请选择")].concat(
        type.choices.map((one) => make("option", { value: one.value }, one.title)));
      const select = make("select", { onchange: set }, ...options);
      select.value = value || "";
      return select;
    }
    const isLong = type.type === "text" && type.most > 255;
    const element = isLong ? make("textarea", { oninput: set, rows: "3" })
      : make("input", { oninput: set, type: type.type === "date" ? "date" : "text",
        inputmode: type.type === "integer" ? "numeric" : null, autocomplete: "off" });
    element.value = value === undefined ? "" : value;
    return element;
  }

  // A labelled control; `path` is what findings are placed by.
  function labelled(type, path, value, put, title) {
    const id = "f" + nextId++;
    const input = control(type, value, put);
    input.id = id;
    input.dataset.path = path;
    input.setAttribute("aria-describedby", id + "x");
    if (type.required) input.setAttribute("aria-required", "true");
    const isLong = input.tagName === "TEXTAREA";
    return make("div", { class: isLong ? "wide" : null },
      make("label", { for: id }, (title || type.title) + (type.required ? "（必填）" : "")), input,
      type.note ? make("p", { class: "note" }, type.note.replace(/`/g, "")) : null,
      make("div", { id: id + "x", "aria-live": "polite", "data-for": path }));
  }

  // ---- drawing
  function draw() {
    main.replaceChildren();
    const revision = Math.max(data.revision, state.saved + 1);
    const zero = make("input", { type: "checkbox", id: "zero", "data-path": "/zeroReport",
      onchange: (event) => { state.zero = event.target.checked; draw(); changed(); } });
    zero.checked = state.zero;
    main.append(make("h2", {}, "基本情况"), make("div", { class: "grid" },
      labelled(head("submittedBy"), "/submittedBy", state.submittedBy, (v) => { state.submittedBy = v; }),
      make("div", {}, make("label", { for: "zero" }, zero, " 零报告：本周没有任何新进展"),
        make("p", { class: "note", id: "revision" }, "本次是第 " + revision + " 版"))));
    if (!state.zero) main.append(make("h2", {}, "进展"), ...data.measures.map(drawMeasure));
    main.append(make("h2", {}, "需协调事项"), ...state.requests.map(drawRequest),
      make("button", { type: "button", id: "add-request", onclick: () => { state.requests.push({ units: "" }); draw(); changed(); } }, "增加一件"));
    if (data.outcomes.length) main.append(make("h2", {}, "成效（专项开始以来的累计数，没有变化的可以不填）"),
      make("div", { class: "grid" }, ...data.outcomes.map(drawOutcome)));
    main.append(make("div", { class: "bar" }, make("p", { id: "sum", role: "status" }),
      make("button", { type: "button", onclick: clear }, "清空草稿"),
      make("button", { type: "button", class: "main", id: "save", onclick: save }, "保存报告")));
  }

  function entryOf(code) {
    return state.entries[code] || (state.entries[code] = { evidence: [] });
  }

  function drawMeasure(measure, index) {
    const entry = entryOf(measure.code);
    const path = "/entries/" + measure.code;
    const simple = entryFields.filter((one) => ["status", "percent", "progress", "plan"].includes(one.name));
    const parts = simple.map((one) => labelled(one, path + "/" + one.name, entry[one.name], (v) => { entry[one.name] = v; }));
    const groups = names.map((name) => {
      const group = field(entryFields, name);
      const inner = group.fields.map((one) => labelled(Object.assign({}, one, { required: false }),
        path + "/" + name + "/" + one.name, entry[name + "." + one.name],
        (v) => { entry[name + "." + one.name] = v; }));
      const open = group.fields.some((one) => entry[name + "." + one.name]);
      return make("details", { class: "wide", open: open }, make("summary", {}, group.title), make("div", { class: "grid" }, ...inner));
    });
    const last = measure.last ? "上次（" + measure.last.week + "）：" + measure.last.status + "，" + measure.last.percent + "%。" + measure.last.progress : "以前没有报过。";
    return make("fieldset", { id: "measure-" + measure.code }, make("legend", {}, measure.code + (measure.isLead ? "　牵头" : "　配合（没有要报的可以留空）")),
      make("h3", {}, measure.text), make("p", { class: "note" }, "完成时限：" + measure.due + (measure.requirement ? "　要求：" + measure.requirement : "")),
      make("p", { class: "last" }, last), make("div", { "data-for": path, "aria-live": "polite" }),
      make("div", { class: "grid" }, ...parts, drawEvidence(measure, entry), ...groups));
  }

  function drawEvidence(measure, entry) {
    const path = "/entries/" + measure.code + "/evidence";
    const id = "f" + nextId++;
    const rows = entry.evidence.map((one, index) => make("div", { class: "row grid" },
      ...evidenceFields.map((type) => labelled(type, path + "/" + index + "/" + type.name, one[type.name], (v) => { one[type.name] = v; })),
      make("button", { type: "button", onclick: () => { entry.evidence.splice(index, 1); draw(); changed(); } }, "删去这一份")));
    const pick = make("input", { type: "file", id: id, multiple: true, onchange: (event) => take(event.target.files, entry) });
    return make("div", { class: "wide" }, make("label", { for: id }, "佐证材料：选择文件，只取名称和校验值，文件不会上传"),
      pick, ...rows, make("div", { "data-for": path, "aria-live": "polite" }));
  }

  async function take(files, entry) {
    for (const file of files) {
      const sum = window.zhouhuiSha256(new Uint8Array(await file.arrayBuffer()));
      entry.evidence.push({ name: file.name, sha256: sum, link: "" });
    }
    draw();
    changed();
  }

  function drawRequest(request, index) {
    const path = "/coordinationRequests/" + index;
    const parts = requestFields.filter((one) => one.name !== "unitsWanted")
      .map((one) => labelled(one, path + "/" + one.name, request[one.name], (v) => { request[one.name] = v; }));
    const units = field(requestFields, "unitsWanted");
    const wanted = labelled({ type: "text", most: 2000, required: true, title: units.title }, path + "/unitsWanted", request.units,
      (v) => { request.units = v; }, units.title + "（用顿号隔开）");
    return make("fieldset", {}, make("legend", {}, "第 " + (index + 1) + " 件"), make("div", { class: "grid" }, ...parts, wanted),
      make("p", { class: "note" }, "单位：" + data.unitNames.join("、")),
      make("button", { type: "button", onclick: () => { state.requests.splice(index, 1); draw(); changed(); } }, "删去这一件"));
  }

  function drawOutcome(kind) {
    const type = Object.assign({}, field(outcomeFields, kind.isMoney ? "amount" : "count"), { note: "" });
    return labelled(type, "/outcomes/" + kind.kind, state.outcomes[kind.kind], (v) => { state.outcomes[kind.kind] = v; },
      kind.name + "（" + kind.word + "）" + (kind.last ? "　上次 " + kind.last : ""));
  }

  // ---- checking
  const half = (text) => text.replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xFEE0));
  const isBlank = (text) => /^[ \t\n\r\u00a0\u3000]*$/.test(text || "");
  const quoted = (text) => { const all = [...text]; return all.length > 80 ? all.slice(0, 80).join("") + "…" : text; };

  function say(type, fault, value) {
    const words = type.words[fault];
    return { isGap: fault === "missing", rule: words.rule, severity: "error", remedy: words.remedy,
      message: words.message.replace("{count}", [...value].length).replace("{value}", () => quoted(value)) };
  }

  function isDay(text) {
    const day = new Date(text + "T00:00:00Z");
    return !isNaN(day) && day.toISOString().slice(0, 10) === text;
  }

  // What is wrong with one value, in the order in which the program looks; nothing for an optional blank.
  function fault(type, value) {
    if (isBlank(value)) return type.required ? say(type, "missing", "") : null;
    const text = type.fullWidth ? half(value) : value;
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/.test(text)) return say(type, "control", value);
    if (type.type === "text") return [...text].length > type.most ? say(type, "too-long", value) : null;
    if (type.type === "choice") return type.choices.some((one) => one.value === text) ? null : say(type, "not-of-type", value);
    if (type.type === "integer") {
      const number = text.trim();
      if (!/^-?(0|[1-9][0-9]*)$/.test(number)) return say(type, "not-of-type", value);
      return Number(number) < type.least || Number(number) > type.most ? say(type, "out-of-range", value) : null;
    }
    if (type.pattern && !new RegExp("^(?:" + type.pattern + ")$").test(text)) {
      return say(type, type.name === "amount" ? "not-decimal" : "not-of-type", value);
    }
    if (type.type === "date" && !isDay(text)) return say(type, "no-such-date", value);
    return type.most && text.length > type.most ? say(type, "too-long", value) : null;
  }

  const today = () => { const now = new Date(Date.now() + offset() * 60000); return now.toISOString().slice(0, 10); };
  const offset = () => { const m = /^([+-])(\d\d):(\d\d)$/.exec(data.zone); return (m[1] === "-" ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])); };

  function holds(when, measure, entry) {
    const percent = isBlank(entry.percent) ? null : Number(half(entry.percent).trim());
    const isExplained = !isBlank(entry["delay.reason"]);
    const extension = entry["extensionRequest.newDeadline"], expected = entry["delay.expectedDate"];
    switch (when.kind) {
      case "percent-outside": return entry.status === when.status && percent !== null && (percent < when.least || percent > when.most);
      case "completed-without-evidence": return entry.status === "completed" && entry.evidence.length === 0;
      case "status": return entry.status === when.status && isExplained === when.isExplained;
      case "percent-below": return percent !== null && percent < when.bound;
      case "same-text": return entry.status === when.status && entry.progress === measure.last.progress;
      case "unmoved": return entry.status === "in-progress" && percent === when.percent;
      case "extension-up-to": return !isBlank(extension) && extension <= when.day;
      case "expected-after": return !isBlank(expected) && expected > when.day && isBlank(extension);
      case "overdue-unexplained": return today() > when.day && entry.status && entry.status !== "completed" && !isExplained;
      default: return false;
    }
  }

  const places = { "percent-outside": "percent", "percent-below": "percent", unmoved: "percent", "same-text": "progress",
    "completed-without-evidence": "status", status: "status", "extension-up-to": "extensionRequest/newDeadline",
    "expected-after": "delay/expectedDate", "overdue-unexplained": "" };

  function isEmpty(entry) {
    return entry.evidence.length === 0 && Object.entries(entry).every(([name, value]) => name === "evidence" || isBlank(value));
  }

  const isLeftOut = (measure, entry) => state.zero || !measure.isLead && isEmpty(entry);

  function entryFindings(measure) {
    const entry = entryOf(measure.code), found = [], path = "/entries/" + measure.code;
    if (isLeftOut(measure, entry)) return found;
    const look = (type, value, at) => { const one = fault(type, value); if (one) found.push(Object.assign(one, { path: path + at })); };
    for (const type of entryFields) if (["status", "percent", "progress", "plan"].includes(type.name)) look(type, entry[type.name], "/" + type.name);
    entry.evidence.forEach((one, index) => evidenceFields.forEach((type) => look(type, one[type.name], "/evidence/" + index + "/" + type.name)));
    for (const name of names) {
      const group = field(entryFields, name);
      if (group.fields.some((one) => !isBlank(entry[name + "." + one.name]))) {
        group.fields.forEach((one) => look(one, entry[name + "." + one.name], "/" + name + "/" + one.name));
      }
    }
    const faulty = new Set(found.map((one) => one.path));
    for (const one of measure.foreseen) {
      const at = path + (places[one.when.kind] ? "/" + places[one.when.kind] : "");
      if (faulty.has(at) || !holds(one.when, measure, entry)) continue;
      const date = one.when.kind === "extension-up-to" ? entry["extensionRequest.newDeadline"] : entry["delay.expectedDate"];
      const fill = (text) => text.replace("{percent}", half(entry.percent || "").trim()).replace("{date}", date || "");
      found.push({ rule: one.rule, severity: one.severity, path: at, message: fill(one.message), remedy: fill(one.remedy) });
    }
    return found;
  }

  // As the program folds a text: look-alikes made what they look like, and without what takes no place on paper.
  const folded = (text) => half(text.normalize("NFKC")).replace(/[\s\p{Z}\p{C}\p{Mn}\p{Me}]/gu, "");
  const joined = (text) => text.replace(/[-_~./+=·•‧∙⋅・･●–—‐‑―…〜−×]/gu, "");
  const marks = data.secrecy.marksReversed.map((mark) => folded([...mark].reverse().join("")));
  const marked = () => [...main.querySelectorAll("[data-path]")].filter((one) => {
    const text = folded(one.value);
    return marks.some((mark) => text.includes(mark) || joined(text).includes(mark));
  });

  function findings() {
    const found = marked().map((one) => ({ rule: data.secrecy.rule, severity: "error", path: one.dataset.path,
      message: data.secrecy.message, remedy: data.secrecy.remedy }));
    const look = (type, value, path) => { const one = fault(type, value); if (one) found.push(Object.assign(one, { path: path })); };
    look(head("submittedBy"), state.submittedBy, "/submittedBy");
    for (const measure of data.measures) found.push(...entryFindings(measure));
    const units = field(requestFields, "unitsWanted");
    state.requests.forEach((request, index) => {
      const path = "/coordinationRequests/" + index;
      for (const type of requestFields) if (type.name !== "unitsWanted") look(type, request[type.name], path + "/" + type.name);
      if (!split(request.units).length) found.push(Object.assign(say(units, "missing", ""), { path: path + "/unitsWanted" }));
      for (const name of split(request.units)) { const one = fault(Object.assign({}, units.item, { required: true }), name); if (one) found.push(Object.assign(one, { path: path + "/unitsWanted" })); }
    });
    for (const kind of data.outcomes) look(field(outcomeFields, kind.isMoney ? "amount" : "count"), state.outcomes[kind.kind], "/outcomes/" + kind.kind);
    return found;
  }

  const split = (text) => (text || "").split(/[；;、，,\n]/).map((one) => one.trim()).filter(Boolean);

  function show() {
    const found = findings();
    const told = found.filter((one) => !one.isGap || isSaving || visited.has(one.path));
    for (const slot of main.querySelectorAll("[data-for]")) {
      const ours = told.filter((one) => one.path === slot.dataset.for);
      slot.replaceChildren(...ours.map((one) => make("p", { class: "finding " + one.severity, "data-rule": one.rule },
        data.severities[one.severity] + "：" + one.message + "。改法：" + one.remedy)));
    }
    for (const input of main.querySelectorAll("[data-path]")) {
      const isWrong = told.some((one) => one.path === input.dataset.path && one.severity === "error");
      input.setAttribute("aria-invalid", isWrong ? "true" : "false");
    }
    const count = (is) => found.filter(is).length;
    const counts = [[count((one) => one.isGap), " 处必填项没有填"], [count((one) => one.severity === "error" && !one.isGap), " 处错误要改正"],
      [count((one) => one.severity === "warning"), " 处警示请核对"]].filter((one) => one[0]).map((one) => one[0] + one[1]);
    const isSound = found.every((one) => one.severity !== "error");
    document.getElementById("sum").textContent = !counts.length ? "没有发现问题，可以保存"
      : isSound ? "可以保存，" + counts.join("，") : "还有 " + counts.join("，");
    return found;
  }

  // ---- keeping and saving
  function changed() {
    // What bears a mark is kept nowhere.
    try { if (!marked().length) localStorage.setItem(key, JSON.stringify(state)); } catch (error) { /* A browser that keeps nothing loses the draft alone. */ }
    show();
  }

  function restore() {
    try { Object.assign(state, JSON.parse(localStorage.getItem(key) || "{}")); } catch (error) { /* Begun anew. */ }
  }

  function clear() {
    if (!confirm("清空本页所填的内容？")) return;
    state = { submittedBy: "", zero: false, entries: {}, requests: [], outcomes: {}, saved: state.saved };
    draw();
    changed();
  }

  const trimmed = (value) => half(value).trim();

  function entryReport(measure) {
    const entry = entryOf(measure.code);
    const report = { measure: measure.code, status: entry.status, percent: Number(trimmed(entry.percent)), progress: entry.progress };
    if (!isBlank(entry.plan)) report.plan = entry.plan;
    if (entry.evidence.length) report.evidence = entry.evidence.map((one) => {
      const document = { name: one.name, sha256: trimmed(one.sha256) };
      if (!isBlank(one.link)) document.link = one.link.trim();
      return document;
    });
    for (const name of names) {
      const parts = field(entryFields, name).fields.map((one) => [one.name, entry[name + "." + one.name]]).filter((part) => !isBlank(part[1]));
      if (parts.length) report[name] = Object.fromEntries(parts);
    }
    return report;
  }

  function outcomeReport(kind) {
    const value = trimmed(state.outcomes[kind.kind]);
    return kind.isMoney ? { kind: kind.kind, amount: value, amountUnit: kind.word } : { kind: kind.kind, count: Number(value) };
  }

  function report() {
    const now = new Date(Date.now() + offset() * 60000).toISOString().slice(0, 19) + data.zone;
    const whole = { format: data.format, campaign: data.campaign, unit: data.unit, week: data.week,
      revision: Math.max(data.revision, state.saved + 1), submittedAt: now, submittedBy: state.submittedBy, zeroReport: state.zero,
      entries: data.measures.filter((one) => !isLeftOut(one, entryOf(one.code))).map(entryReport) };
    if (state.requests.length) whole.coordinationRequests = state.requests.map((one) => ({ subject: one.subject, request: one.request, unitsWanted: split(one.units) }));
    const outcomes = data.outcomes.filter((one) => !isBlank(state.outcomes[one.kind])).map(outcomeReport);
    if (outcomes.length) whole.outcomes = outcomes;
    return whole;
  }

  function save() {
    isSaving = true;
    const wrong = show().find((one) => one.severity === "error");
    if (wrong) {
      const input = [...main.querySelectorAll("[data-path]")].find((one) => one.dataset.path === wrong.path);
      const group = input && input.closest("details");
      if (group) group.open = true;
      if (input) input.focus();
      return;
    }
    const whole = report();
    const link = make("a", { href: URL.createObjectURL(new Blob([JSON.stringify(whole, null, 2) + "\n"], { type: "application/json" })),
      download: data.unit + "-" + data.week + ".json" });
    document.body.append(link);
    link.click();
    link.remove();
    state.saved = whole.revision;
    changed();
    document.getElementById("revision").textContent = "第 " + whole.revision + " 版已保存；再保存就是第 " + (whole.revision + 1) + " 版";
    document.getElementById("sum").textContent = "已保存为 " + data.unit + "-" + data.week + ".json，请放进本单位的收件夹";
  }

  // ---- SHA-256 (FIPS 180-4), because a page from a USB stick has no crypto.subtle in every browser
  window.zhouhuiSha256 = function (bytes) {
    const primes = [], root = (n, r) => (Math.pow(n, 1 / r) % 1) * 4294967296 | 0;
    for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
    const k = primes.map((p) => root(p, 3)), h = primes.slice(0, 8).map((p) => root(p, 2));
    const size = bytes.length, padded = new Uint8Array((size + 72 >> 6) << 6);
    padded.set(bytes);
    padded[size] = 128;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(size / 536870912));
    view.setUint32(padded.length - 4, size << 3 >>> 0);
    const w = new Int32Array(64), turn = (x, n) => x >>> n | x << 32 - n;
    for (let start = 0; start < padded.length; start += 64) {
      for (let i = 0; i < 16; i++) w[i] = view.getInt32(start + i * 4);
      for (let i = 16; i < 64; i++) {
        const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >>> 3, s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >>> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1 | 0;
      }
      let [a, b, c, d, e, f, g, l] = h;
      for (let i = 0; i < 64; i++) {
        const t1 = l + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + k[i] + w[i] | 0;
        const t2 = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
        [l, g, f, e, d, c, b, a] = [g, f, e, d + t1 | 0, c, b, a, t1 + t2 | 0];
      }
      [a, b, c, d, e, f, g, l].forEach((value, i) => { h[i] = h[i] + value | 0; });
    }
    return h.map((value) => (value >>> 0).toString(16).padStart(8, "0")).join("");
  };

  main.addEventListener("focusout", (event) => {
    if (event.target.dataset.path) { visited.add(event.target.dataset.path); show(); }
  });
  restore();
  draw();
  show();
})();
