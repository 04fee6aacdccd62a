/// What every page of ``HTMLReport`` has in common.
enum HTMLPage {
  /// How it looks: on a screen, light or dark, and on paper.
  static let style = """
    :root {
      --text: #1b1b1b; --paper: #fff; --aside: #666; --line: #ddd; --panel: #f6f6f6;
      --error: #b3261e; --warning: #8a5a00; --hint: #1f5fa8;
      --error-mark: #ffd9d6; --warning-mark: #ffe9b8; --hint-mark: #d9e9ff;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e6e6e6; --paper: #161616; --aside: #a0a0a0; --line: #3a3a3a; --panel: #212121;
        --error: #ff8a80; --warning: #ffc14d; --hint: #8ab8ff;
        --error-mark: #5c1f1b; --warning-mark: #543c00; --hint-mark: #1d3b63;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 1.5rem; max-width: 76rem; color: var(--text);
      background: var(--paper); line-height: 1.55;
      font-family: system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC",
        "Microsoft YaHei", sans-serif;
    }
    h1 { font-size: 1.5rem; margin: 0; }
    h2 { font-size: .85rem; font-weight: normal; color: var(--aside); margin: 0 0 .4rem; }
    .files, .notice, .evidence { color: var(--aside); }
    .files, .summary, .notice { margin: .2rem 0; }
    .summary { font-weight: 600; }
    .counts { border-collapse: collapse; margin: 1rem 0; }
    .counts th, .counts td { padding: .1rem .8rem .1rem 0; text-align: right; }
    .counts th:first-child { text-align: left; font-weight: normal; }
    .counts thead th { border-bottom: 1px solid var(--line); }
    article { border-top: 1px solid var(--line); padding: 1rem 0; }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
    .sides p {
      margin: 0; padding: .6rem .8rem; background: var(--panel); border-radius: .3rem;
      overflow-wrap: anywhere; white-space: pre-wrap;
    }
    .sides p:only-child { grid-column: 1 / -1; }
    ul { list-style: none; margin: .6rem 0 0; padding: 0; }
    li { margin: .3rem 0; padding-left: .7rem; border-left: 3px solid var(--hint); }
    li.error { border-color: var(--error); } li.error b { color: var(--error); }
    li.warning { border-color: var(--warning); } li.warning b { color: var(--warning); }
    li.hint b { color: var(--hint); }
    code { color: var(--aside); font-size: .85em; }
    mark { color: inherit; border-radius: .15rem; text-decoration: underline; }
    mark.error { background: var(--error-mark); text-decoration-color: var(--error); }
    mark.warning { background: var(--warning-mark); text-decoration-color: var(--warning); }
    mark.hint { background: var(--hint-mark); text-decoration-color: var(--hint); }
    [hidden] { display: none; }
    @media (max-width: 44rem) { .sides { grid-template-columns: 1fr; } }
    @media print {
      body { padding: 0; max-width: none; font-size: 10pt; }
      article { break-inside: avoid; }
      .counts input { display: none; }
    }

    """

  /// What hides findings by their rule and severity; without it all are shown.
  static let script = """
    (() => {
      const boxes = [...document.querySelectorAll('.counts input')];
      const items = [...document.querySelectorAll('li[data-rule]')];
      const show = () => {
        const off = new Set(boxes.filter((box) => !box.checked)
          .map((box) => box.dataset.rule || box.dataset.severity));
        for (const item of items)
          item.hidden = off.has(item.dataset.rule) || off.has(item.dataset.severity);
        for (const segment of document.querySelectorAll('article'))
          segment.hidden = !segment.querySelector('li:not([hidden])');
      };
      for (const box of boxes) { box.hidden = false; box.addEventListener('change', show); }
    })();

    """
}
