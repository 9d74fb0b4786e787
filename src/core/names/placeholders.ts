const EXACT = new Set(
  `org organization organisation owner user username user-name namespace publisher author repo-owner some-org someone
   your-org your_org yourorg your-name your_name yourname your-username your_username yourusername your-user
   my-org my_org myorg my-username my_username myusername my-user hf-user hf_user hf-username hf_username foo bar example`
    .split(/\s+/)
    .filter(Boolean),
);

/** Stands for "put a name here" in examples: never a publisher that anybody imitates. */
export function isPlaceholderPublisher(publisher: string): boolean {
  const lower = publisher.toLowerCase();
  return EXACT.has(lower) || /^(?:your|my)[-_]/.test(lower);
}
