/** User tokens (`hf_`) and organisation tokens (`api_org_`) are 34 letters after the prefix; digits occur in older ones. */
export const TOKEN = /(?<![A-Za-z0-9_])(?<prefix>hf_|api_org_)(?<body>[A-Za-z0-9]{34})(?![A-Za-z0-9_])/g;

/** The same text, as long as before, in which no token can be read: a report may lie in a log that many see. */
export const withoutTokens = (text: string): string =>
  text.replace(TOKEN, (token, prefix: string) => {
    const ends = prefix.length + 4;
    return `${token.slice(0, ends)}${'…'.repeat(token.length - ends - 4)}${token.slice(-4)}`;
  });
