import { parentPort, workerData } from 'node:worker_threads';
import { readDocument, readReferencesOf } from '../core/readDocument.ts';
import { type FileOutcome, type ScanJob, scanFile } from './scanFile.ts';

/** What a thread that reads files is told when it starts. */
export interface WorkerOrders {
  /** Read for references alone. */
  readonly referencesOnly: boolean;
  /** Where the thread says which file of the batch it has in hand, so that a crash costs that one. */
  readonly inHand: SharedArrayBuffer;
}

export type WorkerAnswer = 'ready' | readonly FileOutcome[];

serve(workerData as WorkerOrders);

function serve({ referencesOnly, inHand }: WorkerOrders): void {
  const current = new Int32Array(inHand);
  const read = referencesOnly ? readReferencesOf : readDocument;
  const answer = (message: WorkerAnswer) => parentPort?.postMessage(message);
  parentPort?.on('message', (jobs: readonly ScanJob[]) => {
    answer(
      jobs.map((job, index) => {
        Atomics.store(current, 0, index);
        return scanFile(job, document => read(document));
      }),
    );
  });
  answer('ready');
}
