/** A release of torch: major and minor. */
export type TorchVersion = readonly [major: number, minor: number];

/** What a text demands of torch: a requirements file, a `pip install` line, a comment. */
export interface TorchDemand {
  readonly atLeast?: TorchVersion;
  readonly atMost?: TorchVersion;
}

const DEMAND =
  /(?<![\w-])torch\s{0,3}(==|~=|>=|<=|<|>)\s{0,3}(\d{1,2})\.(\d{1,2})(\.\d)?|(?<=[,\s])(<=|<|>=|>)\s{0,3}(\d{1,2})\.(\d{1,2})/g;

/** What the first demand begins with. A program names torch on every tenth line and demands it on none. */
const BEGINNING = /torch\s{0,3}(?:[=~]=|[<>])/;

/** The first demand of torch in the text; `torch>=2.1,<2.6` is one. Where nothing is demanded, nothing is known. */
export function torchDemand(text: string): TorchDemand | undefined {
  let demand: TorchDemand | undefined;
  let end = -1;
  const from = text.search(BEGINNING);
  if (from < 0) return undefined;
  DEMAND.lastIndex = from;
  for (const match of text.matchAll(DEMAND)) {
    const [whole, first, firstMajor, firstMinor, patch, further, major, minor] = match;
    if (first) {
      if (demand) break;
      demand = bounds(first, [Number(firstMajor), Number(firstMinor)], patch !== undefined);
    } else if (demand && further && /^[\d.\s,]*$/.test(text.slice(end, match.index))) {
      demand = { ...demand, ...bounds(further, [Number(major), Number(minor)], true) };
    } else continue;
    end = match.index + whole.length;
  }
  return demand;
}

/** `~=2.4.1` holds the minor release, `~=2.4` only the major one. */
function bounds(sign: string, version: TorchVersion, hasPatch: boolean): TorchDemand {
  const [major, minor] = version;
  switch (sign) {
    case '==':
      return { atLeast: version, atMost: version };
    case '~=':
      return hasPatch ? { atLeast: version, atMost: version } : { atLeast: version };
    case '<':
      return { atMost: minor > 0 ? [major, minor - 1] : [major - 1, 99] };
    case '<=':
      return { atMost: version };
    default:
      return { atLeast: version };
  }
}
