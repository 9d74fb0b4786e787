const KB = 1024;
const MB = 1024 * KB;

/** Bytes of an answer that are read, by what was asked. What is longer is cut, and a list that was cut is not understood. */
export const LONGEST_ANSWER = {
  /** A repo itself. The names of its files are nearly all of it: 20,000 of them have some 1.5 MB. */
  repo: 3 * MB,
  /** A page of the tree with all that is known of 1,000 files has some 2 MB. */
  tree: 8 * MB,
  /** Files with an issue, and the words of the scanners on each. */
  scan: MB,
  /** A user or an organisation. */
  users: 256 * KB,
  organizations: 256 * KB,
  /** Five are asked for; a mirror may not know the word `limit` and send a thousand. */
  commits: MB,
  /** A card that tells its reader to run something does so near its top. */
  card: 256 * KB,
} as const;
