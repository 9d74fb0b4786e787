/** The four pictures of the walkthrough, drawn in the colours of the reader's theme. */

const WIDTH = 480;

interface Drawing {
  /** What is to be seen, for who does not see it. */
  readonly title: string;
  readonly height: number;
  readonly nodes: readonly string[];
}

const theme = (name: string, fallback: string): string => `var(--vscode-${name}, ${fallback})`;

const INK = {
  text: theme('editor-foreground', '#3b3b3b'),
  faint: theme('descriptionForeground', '#6b6b6b'),
  ground: theme('editor-background', '#ffffff'),
  card: theme('editorHoverWidget-background', '#f8f8f8'),
  border: theme('editorHoverWidget-border', '#c8c8c8'),
  keyword: theme('symbolIcon-keywordForeground', '#8250df'),
  string: theme('debugTokenExpression-string', '#a31515'),
  warning: theme('editorWarning-foreground', '#bf8803'),
  error: theme('editorError-foreground', '#e51400'),
  accent: theme('textLink-foreground', '#006ab1'),
  good: theme('charts-green', '#388a34'),
} as const;

interface TextStyle {
  readonly fill?: string;
  readonly mono?: boolean;
  readonly bold?: boolean;
  readonly size?: number;
}

function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { fill = INK.text, mono = false, bold = false, size = 13 } = style;
  const family = mono ? theme('editor-font-family', 'monospace') : theme('font-family', 'sans-serif');
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${x}" y="${y}" fill="${fill}" font-family="${family}" font-size="${size}"${weight}>${words}</text>`;
}

const box = (x: number, y: number, width: number, height: number, fill: string = INK.card): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}" stroke="${INK.border}"/>`;

const bar = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${fill}"/>`;

/** The wave under a word. */
function wave(x: number, y: number, width: number, stroke: string): string {
  const steps = Array.from({ length: Math.floor(width / 4) }, (_, at) => `l2 ${at % 2 === 0 ? 2 : -2} l2 0`);
  return `<path d="M${x} ${y} ${steps.join(' ')}" fill="none" stroke="${stroke}" stroke-width="1.4"/>`;
}

const stop = (x: number, y: number): string =>
  `<g fill="none" stroke="${INK.error}" stroke-width="1.5"><circle cx="${x}" cy="${y}" r="6"/><path d="M${x - 2.5} ${y - 2.5}l5 5m0-5l-5 5"/></g>`;
const triangle = (x: number, y: number): string =>
  `<path d="M${x} ${y - 6}l7 12h-14zM${x} ${y - 1.5}v3.5" fill="none" stroke="${INK.warning}" stroke-width="1.5"/>`;
const check = (x: number, y: number): string =>
  `<g fill="none" stroke="${INK.good}" stroke-width="1.5"><circle cx="${x}" cy="${y}" r="6"/><path d="M${x - 3} ${y}l2.2 2.4 3.6-4.4"/></g>`;

const mark: Drawing = {
  title: 'An id with a letter missing is marked, and a menu offers the id that is meant',
  height: 250,
  nodes: [
    text(16, 40, 'from transformers import AutoModel', { mono: true }),
    text(16, 84, 'model = AutoModel.from_pretrained(', { mono: true }),
    text(48, 108, '"EluetherAI/gpt-j-6B"', { mono: true, fill: INK.string }),
    text(16, 132, ')', { mono: true }),
    wave(56, 113, 152, INK.warning),
    box(48, 148, 400, 86),
    triangle(66, 170),
    text(82, 175, 'A well-known publisher, misspelled', { bold: true }),
    text(64, 198, 'EluetherAI is not EleutherAI, who owns gpt-j-6b.', { fill: INK.text }),
    text(64, 222, 'Use EleutherAI/gpt-j-6b', { fill: INK.accent }),
    text(248, 222, 'Open the trust report', { fill: INK.accent }),
  ],
};

const evidence = [
  ['Listed in an advisory', 190],
  ['Name of somebody else’s repo', 190],
  ['Card says to run a script', 96],
  ['Launchers beside the weights', 26],
] as const;

const report: Drawing = {
  title: 'The trust report of a repo, with its verdict, evidence and publisher',
  height: 290,
  nodes: [
    text(16, 34, 'Open-OSS/privacy-filter', { mono: true, bold: true, size: 16 }),
    box(16, 48, 448, 34),
    bar(16, 48, 4, 34, INK.error),
    stop(38, 65),
    text(54, 70, 'dangerous: do not run it', { bold: true }),
    ...evidence.flatMap(([name, width], at) => [
      text(16, 112 + at * 28, name),
      bar(250, 102 + at * 28, width, 12, INK.warning),
    ]),
    `<path d="M16 276h200M16 276v-56" fill="none" stroke="${INK.faint}"/>`,
    `<path d="M16 270q60-6 100-24t100-22v46z" fill="${INK.accent}" opacity="0.35"/>`,
    `<circle cx="34" cy="226" r="5" fill="${INK.error}"/>`,
    text(46, 231, 'popular in hours', { fill: INK.faint, size: 12 }),
    text(250, 246, 'publisher: 18 hours old', { fill: INK.faint }),
    text(250, 268, 'not checked: and why', { fill: INK.faint }),
  ],
};

const row = (y: number, icon: string, name: string, about: string): string[] => [
  icon,
  text(64, y, name, { mono: true, size: 12 }),
  text(330, y, about, { fill: INK.faint, size: 12 }),
];

const models: Drawing = {
  title: 'The view of models: each under its verdict, with places and pins',
  height: 250,
  nodes: [
    text(16, 30, 'MODELS', { bold: true, size: 12 }),
    stop(28, 54),
    text(44, 59, 'Dangerous', { bold: true }),
    text(128, 59, '1', { fill: INK.faint }),
    ...row(83, stop(50, 79), 'Open-OSS/privacy-filter', '2 places, not pinned'),
    triangle(28, 105),
    text(44, 109, 'Caution', { bold: true }),
    text(104, 109, '2', { fill: INK.faint }),
    ...row(133, triangle(50, 129), 'EluetherAI/gpt-j-6B', '1 place, not pinned'),
    ...row(157, triangle(50, 153), 'facebook-llama/Llama-3-8B', '3 places'),
    check(28, 179),
    text(44, 184, 'Trusted', { bold: true }),
    text(104, 184, '1', { fill: INK.faint }),
    ...row(208, check(50, 204), 'openai/whisper-large-v3', '4 places, pinned'),
    text(16, 238, 'Filter · Sort · Open a report · Replace by the intended id', { fill: INK.faint, size: 12 }),
  ],
};

const yaml = (y: number, indent: number, key: string, value = ''): string[] => [
  text(16 + indent * 8, y, key, { mono: true, fill: INK.keyword }),
  ...(value === '' ? [] : [text(16 + indent * 8 + key.length * 8 + 8, y, value, { mono: true, fill: INK.string })]),
];

const policy: Drawing = {
  title: 'A policy file that approves a repo and blocks a publisher',
  height: 258,
  nodes: [
    text(16, 30, 'model-trust.yaml', { bold: true }),
    ...yaml(60, 0, 'approved:'),
    ...yaml(84, 2, '- repo:', 'openai/whisper-large-v3'),
    ...yaml(108, 4, 'reason:', 'reviewed by the platform team'),
    ...yaml(132, 4, 'date:', '2026-11-20'),
    check(452, 80),
    ...yaml(166, 0, 'blocked:'),
    ...yaml(190, 2, '- publisher:', 'Open-OSS'),
    ...yaml(214, 4, 'reason:', 'copies other people’s repos'),
    ...yaml(238, 4, 'date:', '2026-11-20'),
    stop(452, 186),
  ],
};

const drawn = ({ title, height, nodes }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">
<title>${title}</title>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6" fill="${INK.ground}" stroke="${INK.border}"/>
${nodes.join('\n')}
</svg>
`;

/** By path from the top of the project. */
export const walkthroughPictures = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({ mark, report, models, policy }).map(([name, drawing]) => [
      `media/walkthrough/${name}.svg`,
      drawn(drawing),
    ]),
  );
