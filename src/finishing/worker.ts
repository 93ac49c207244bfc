/** Finishes pages on a thread of its own, while Astro renders the next. Its other end is in `thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { Finisher, type Site } from './finisher.ts';
import type { Answer, Task } from './thread.ts';

const finisher = await Finisher.open(workerData as Site);

const done = async (task: Task): Promise<string | null> => {
  if (task === 'write') return finisher.write();
  await finisher.finish(task.file, Buffer.from(task.page).toString());
  return null;
};

parentPort!.on('message', (task: Task) => {
  const answer = (given: Answer) => parentPort!.postMessage(given);
  done(task).then(
    (said) => answer({ said }),
    (thrown: unknown) => answer({ error: thrown instanceof Error ? thrown : new Error(String(thrown)) }),
  );
});
