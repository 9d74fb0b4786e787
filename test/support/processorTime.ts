/**
 * The processor time that `run` takes, in milliseconds. Of a text made to cost much it says on a busy machine what it
 * says on a quiet one; the time on a clock would not.
 */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
