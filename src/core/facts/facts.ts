/** What is known of a repo and its publisher. Ignorance is a value: a repo that was not looked up is neither good nor bad. */
export type Facts = { readonly state: 'unknown'; readonly why: string };

export const notLookedUp: Facts = { state: 'unknown', why: 'local checks only, no look-ups on the Hub' };
