'use strict';
/* What one can do with the page: filter, sort, follow a link to a row, open a figure or a source.
   Without this script the page says the same. Needs nothing newer than Chromium 78. */
(() => {
  const form = document.getElementById('filter');
  const register = document.getElementById('register');
  if (!form || !register) return;
  const words = form.dataset;
  const output = form.querySelector('output');
  const names = ['aspect', 'unit', 'leader', 'status', 'level', 'figure', 'sort', 'q'];
  const field = name => form.elements.namedItem(name);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));

  /* ---- the measures, as the rows of the register say */

  const leaders = all(field('leader'), 'option').slice(1).map(option => option.value);
  const rows = all(register, 'tr[data-m]').map((tr, index) => {
    const [aspect, unit, leader, status, level, deadline, percent, overdue] = tr.dataset.m.split(' ');
    return {tr, index, aspect, unit, leader: leaders[leader], status, level, deadline,
      percent: Number(percent), overdue: Number(overdue), code: tr.id.slice('measure-'.length), shown: true};
  });
  const byCode = new Map(rows.map(row => [row.code, row]));
  const rowOf = link => link && byCode.get(decodeURIComponent(link.hash || link.getAttribute('href')).slice('#measure-'.length));
  const units = new Map(all(field('unit'), 'option').map((option, index) => [option.value, index]));
  const levels = ['red', 'orange', 'yellow', 'blue', 'none'];

  const orders = {
    deadline: (a, b) => a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0,
    overdue: (a, b) => b.overdue - a.overdue,
    percent: (a, b) => a.percent - b.percent,
    level: (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level),
    unit: (a, b) => units.get(a.unit) - units.get(b.unit),
    leader: (a, b) => leaders.indexOf(a.leader) - leaders.indexOf(b.leader),
  };

  const membersOf = figure => {
    const tile = document.getElementById('figure-' + figure);
    const found = new Set();
    for (const run of tile ? tile.dataset.rows.split(' ') : []) {
      const [first, last = first] = run.split('-').map(Number);
      for (let at = first; at <= last; at++) found.add(at);
    }
    return found;
  };

  /* ---- what follows the filter: blocks of the register, lists, the wall chart */

  const blocks = all(register, '.block').map(block => {
    const body = block.querySelector('tbody');
    const order = Array.from(body.children);
    const heads = [];
    for (const tr of order) {
      if (tr.dataset.m) heads[heads.length - 1].rows.push(byCode.get(tr.id.slice('measure-'.length)));
      else heads.push({tr, rows: []});
    }
    return {block, body, order, heads};
  });
  const groups = all(register, '.group-of').map(group => ({group, blocks: blocks.filter(one => group.contains(one.block))}));
  const lists = all(document, '#late table, #forecast table, #alerts table').map(table => ({
    title: headingBefore(table),
    lines: all(table, 'tbody tr').map(tr => ({tr, row: rowOf(tr.querySelector('a[href^="#measure-"]'))})),
  }));
  const aspects = all(document, '#wall .aspect').map(aspect => {
    const drawings = all(aspect, '.chart-part').map(part => {
      const svg = part.querySelector('svg');
      return {part, svg, width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height, today: svg.querySelector('.today')};
    });
    const bars = all(aspect, 'svg > g').map(g => ({g, row: rowOf(g.querySelector('a'))}));
    return {aspect, drawings, bars, size: drawings.length ? Math.ceil(bars.length / drawings.length) : 0};
  });
  const step = 28, head = 44, base = 20;

  function headingBefore(table) {
    let at = table.closest('.scroll') || table;
    while (at && !/^H[23]$/.test(at.tagName)) at = at.previousElementSibling;
    return at || table.closest('section').querySelector('h2');
  }

  /* ---- filtering and sorting */

  const wanted = () => {
    const found = {};
    for (const name of names) if (field(name).value) found[name] = field(name).value;
    return found;
  };

  const texts = new Map();
  const textOf = row => {
    if (!texts.has(row)) texts.set(row, row.tr.textContent.toLowerCase());
    return texts.get(row);
  };

  function chosen(filter) {
    const members = filter.figure ? membersOf(filter.figure) : null;
    const q = (filter.q || '').trim().toLowerCase();
    const equal = ['aspect', 'unit', 'leader', 'status', 'level'].filter(name => filter[name]);
    return rows.filter(row => equal.every(name => row[name] === filter[name])
      && (!members || members.has(row.index)) && (!q || textOf(row).includes(q)));
  }

  let sortedBlocks = [];
  let lastSort = '';

  function apply() {
    const filter = wanted();
    const visible = chosen(filter);
    const isFiltered = visible.length < rows.length;
    const shown = new Set(visible);
    for (const row of rows) {
      const now = shown.has(row);
      if (now !== row.shown) row.tr.hidden = !now;
      row.shown = now;
    }
    const order = orders[filter.sort];
    const sorted = order ? visible.slice().sort((a, b) => order(a, b) || a.index - b.index) : visible;
    arrangeRegister(filter.sort || '', sorted);
    arrangeChart(sorted, order ? new Map(sorted.map((row, at) => [row, at])) : null);
    for (const list of lists) {
      let count = 0;
      for (const line of list.lines) {
        line.tr.hidden = isFiltered && !(line.row && line.row.shown);
        if (!line.tr.hidden) count++;
      }
      note(list.title, isFiltered ? fill(words.found, {n: count}) : '');
    }
    form.classList.toggle('active', isFiltered || Boolean(order));
    return {visible: visible.length, filter};
  }

  function note(title, text) {
    let mark = title.querySelector('.shown');
    if (!mark && !text) return;
    if (!mark) {
      mark = title.appendChild(document.createElement('small'));
      mark.className = 'shown';
    }
    mark.textContent = text;
  }

  function arrangeRegister(sort, sorted) {
    if (lastSort && !sort) for (const one of blocks) one.body.append(...one.order);
    for (const block of sortedBlocks) block.remove();
    sortedBlocks = [];
    lastSort = sort;
    for (const one of blocks) {
      let any = false;
      for (const line of one.heads) {
        const has = line.rows.some(row => row.shown);
        line.tr.hidden = !has;
        any = any || has;
      }
      one.any = any;
      one.block.hidden = Boolean(sort) || !any;
    }
    for (const one of groups) one.group.hidden = Boolean(sort) || !one.blocks.some(block => block.any);
    // In parts, so that a browser lays out only what is looked at.
    for (let at = 0; sort && at < sorted.length; at += 200) {
      const part = sorted.slice(at, at + 200);
      const block = document.createElement('div');
      block.className = 'block sorted';
      if (rows.length > 600) {
        block.style.contentVisibility = 'auto';
        block.style.containIntrinsicSize = `auto ${part.length * 60}px`;
      }
      const table = block.appendChild(document.createElement('table'));
      table.append(blocks[0].block.querySelector('thead').cloneNode(true));
      table.appendChild(document.createElement('tbody')).append(...part.map(row => row.tr));
      register.append(block);
      sortedBlocks.push(block);
    }
  }

  /* The bars that are left move up; a drawing with none goes. */
  function arrangeChart(visible, ranks) {
    for (const one of aspects) {
      let bars = one.bars.filter(bar => bar.row.shown);
      if (ranks) bars = bars.slice().sort((a, b) => ranks.get(a.row) - ranks.get(b.row));
      const placed = new Set(bars);
      for (const bar of one.bars) if (!placed.has(bar)) bar.g.style.display = 'none';
      one.aspect.hidden = bars.length === 0;
      one.drawings.forEach((drawing, number) => {
        const mine = bars.slice(number * one.size, (number + 1) * one.size);
        drawing.part.hidden = mine.length === 0;
        if (!mine.length) return;
        mine.forEach((bar, at) => {
          if (bar.g.parentNode !== drawing.svg || ranks) drawing.svg.insertBefore(bar.g, drawing.today);
          bar.g.style.display = '';
          bar.g.setAttribute('transform', `translate(0 ${head + at * step + base})`);
        });
        drawing.svg.setAttribute('viewBox', `0 0 ${drawing.width} ${head + mine.length * step + 6}`);
      });
    }
  }

  /* ---- the address: #unit=U03&status=in-progress, or #measure-M017 */

  function write(filter) {
    const query = new URLSearchParams(filter).toString();
    history.replaceState(null, '', query ? '#' + query : location.pathname + location.search);
  }

  function announce(state, before) {
    const some = fill(words.counts, {n: state.visible, all: rows.length});
    output.textContent = before ? before + (document.documentElement.lang === 'en' ? '; ' : '；') + some : some;
  }

  function change() {
    const state = apply();
    write(state.filter);
    announce(state);
  }

  function clear() {
    for (const name of names) field(name).value = '';
  }

  function follow() {
    const hash = decodeHash();
    if (/^(aspect|unit|leader|status|level|figure|sort|q)=/.test(hash)) {
      const query = new URLSearchParams(location.hash.slice(1));
      for (const name of names) field(name).value = query.get(name) || '';
      announce(apply());
      (query.get('figure') ? register : form).scrollIntoView();
      return;
    }
    const row = hash.startsWith('measure-') && byCode.get(hash.slice('measure-'.length));
    const target = row ? row.tr : document.getElementById(hash);
    if (!target) return;
    const hidden = row ? !row.shown : target.closest('[hidden]');
    if (hidden) {
      clear();
      announce(apply(), fill(words.cleared, {code: row ? row.code : hash}));
    }
    reveal(target);
  }

  function decodeHash() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (_) {
      return location.hash.slice(1);
    }
  }

  function reveal(target) {
    for (const one of target.matches('tr[data-m]') ? all(target, 'details') : []) one.open = true;
    if (target.tagName === 'DETAILS') target.open = true;
    for (let up = target.closest('details'); up; up = up.parentNode.closest('details')) up.open = true;
    if (target.matches('tr, h2, h3, section, div')) target.tabIndex = -1;
    target.focus({preventScroll: true});
    target.scrollIntoView({block: target.matches('tr') ? 'center' : 'start'});
  }

  /* ---- figures and sources */

  for (const tile of all(document, 'details[data-rows]')) {
    const link = document.createElement('a');
    link.href = '#figure=' + tile.id.slice('figure-'.length);
    link.textContent = words.open;
    link.className = 'open-rows';
    const members = tile.querySelector('.members');
    members.insertBefore(document.createElement('br'), members.firstChild);
    members.insertBefore(link, members.firstChild);
  }

  /* A source that is opened says beside its file what the list of files says of it. */
  register.addEventListener('toggle', event => {
    if (!event.target.open) return;
    for (const link of all(event.target, 'a[href^="#file-"]')) {
      const file = document.getElementById(link.getAttribute('href').slice(1));
      if (!file || link.parentNode.querySelector('.facts-of')) continue;
      const [unit, channel, received, , digest] = all(file, 'td').map(cell => cell.textContent);
      const facts = link.parentNode.appendChild(document.createElement('span'));
      facts.className = 'facts-of';
      facts.textContent = `${unit}, ${channel}, ${received}, SHA-256 ${digest}`;
    }
  }, true);

  /* A table wider than the screen can be moved by the keys. */
  function watchWidth() {
    for (const [at, box] of all(document, '.wide-drawing, .scroll').entries()) {
      const wide = box.scrollWidth > box.clientWidth + 1;
      if (wide) {
        box.tabIndex = 0;
        box.setAttribute('role', 'region');
        box.setAttribute('aria-label', `${words.scroll} ${at + 1}: ${headingBefore(box).textContent}`);
      } else if (box.hasAttribute('tabindex')) {
        for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
      }
    }
  }

  for (const table of all(document, 'main table')) {
    if (register.contains(table)) continue;
    const box = document.createElement('div');
    box.className = 'scroll';
    table.replaceWith(box);
    box.append(table);
  }

  let waiting = 0;
  form.addEventListener('input', event => {
    clearTimeout(waiting);
    waiting = setTimeout(change, event.target.name === 'q' ? 150 : 0);
  });
  form.addEventListener('submit', event => { event.preventDefault(); change(); });
  form.addEventListener('reset', () => setTimeout(change, 0));
  window.addEventListener('hashchange', follow);
  window.addEventListener('resize', watchWidth);
  form.hidden = false;
  announce({visible: rows.length});
  watchWidth();
  if (location.hash) follow();
})();
