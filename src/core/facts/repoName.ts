/** Names that the Hub allows; no others could be there. Source: huggingface_hub's validator. */
const POSSIBLE = /^(?!.*(?:--|\.\.))[A-Za-z0-9_][A-Za-z0-9_.-]{0,95}(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]{0,95})?$/;

/** Could a repo have this name? What an endpoint answers is a stranger's word, and may be anything. */
export const isPossibleName = (id: string): boolean => POSSIBLE.test(id);

export const isCommit = (sha: string): boolean => /^[0-9a-f]{40}$/i.test(sha);
