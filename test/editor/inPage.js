// Runs inside of the panel: read as text and handed to the frame, so that it needs neither types nor a bundle.
// biome-ignore-all lint/suspicious/noAssignInExpressions: a script's last value is its answer

globalThis.inPage = {
  width: () => document.documentElement.clientWidth,

  /** What a keyboard can reach, in the order of the page. */
  reachable: () =>
    [...document.querySelectorAll('vscode-button, a[href], button, summary, [tabindex="0"]')]
      .filter(element => element.checkVisibility())
      .map(element => globalThis.inPage.nameOf(element)),

  nameOf: element =>
    element?.getAttribute('data-key') ?? element?.getAttribute('aria-label') ?? element?.tagName ?? 'nothing',

  focused: () => globalThis.inPage.nameOf(document.activeElement),

  /** When a page left that mark first after that moment, in milliseconds since 1970. */
  paintedAfter: (mark, since) =>
    performance
      .getEntriesByName(mark)
      .map(({ startTime }) => performance.timeOrigin + startTime)
      .find(at => at > since) ?? Number.NaN,

  /** Shows state after state, and tells what of a stranger's words became more than words. */
  strangers(states) {
    const told = new Set();
    for (const [at, state] of states.entries()) {
      dispatchEvent(new MessageEvent('message', { data: { type: 'state', state } }));
      // The second time of the same everything is drawn at once.
      dispatchEvent(new MessageEvent('message', { data: { type: 'state', state } }));
      if (!document.querySelector('#limits')) told.add(`${at} was not shown to its end`);
      if (!document.querySelector('h1').textContent.startsWith(`${at} `)) told.add(`${at} was not shown`);
      for (const element of document.body.querySelectorAll('*')) {
        const name = element.localName;
        if (
          !/^(a|article|button|caption|code|dd|details|div|dl|dt|figure|h[1-3]|header|li|main|nav|ol|p|section|span|strong|summary|table|tbody|td|th|thead|tr|ul|vscode-button|wbr|svg|g|path|rect|circle|line|text|script)$/.test(
            name,
          )
        )
          told.add(`${at}: a ${name}`);
        if (name === 'script' && element.parentElement !== document.body) told.add(`${at}: a script`);
        if (name === 'a' && !/^#[a-z-]+$/.test(element.getAttribute('href'))) told.add(`${at}: a link`);
        for (const { name: attribute, value } of element.attributes) {
          if (attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc')
            told.add(`${at}: ${attribute}`);
          if (['href', 'src', 'xlink:href'].includes(attribute) && /^\s*javascript/i.test(value))
            told.add(`${at}: ${attribute}`);
        }
      }
      if (/[\u0000-\u0008\u000e-\u001f\u200b\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent))
        told.add(`${at}: unseen letters`);
    }
    return [...told];
  },

  /** Whatever is beyond the edge, cut, or empty. */
  untidy() {
    const told = [];
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > room) told.push('the page scrolls sideways');
    const boxes = 'section, article, p, li, dd, dt, td, th, figure, h1, h2, h3, button, a, vscode-button';
    for (const element of document.querySelectorAll('#page *')) {
      const { left, right, width, height } = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()} ${element.textContent?.slice(0, 40)}`;
      if (!element.closest('.scrolls') && width > 0 && (left < -1 || right > room + 1)) {
        told.push(`beyond the edge: ${name}`);
      }
      const isEmpty = !element.textContent?.trim() && !element.querySelector('svg');
      if (element.matches(boxes) && height > 0 && isEmpty) told.push(`empty: ${name}`);
    }
    for (const label of document.querySelectorAll('svg[role=img] text')) {
      const picture = label.ownerSVGElement.getBoundingClientRect();
      const { left, right } = label.getBoundingClientRect();
      if (left < picture.left - 2 || right > picture.right + 2) told.push(`cut in a picture: ${label.textContent}`);
    }
    return told;
  },
};
