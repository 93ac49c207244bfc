import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Site } from './finisher.ts';

/** What the thread is given: a page as it was rendered, in UTF-8; or the word to write what belongs to all pages. */
export type Task = { file: string; page: ArrayBuffer } | 'write';
/** What it says when it is done with one. */
export type Answer = { said: string | null } | { error: Error };

/** Pages that may be on their way: enough for both sides never to wait, few enough to hold. */
const MOST_UNDER_WAY = 64;

/** A `Finisher` on a thread of its own. */
export class FinishingThread {
  #worker: Worker;
  #underWay = 0;
  #failure: Error | undefined;

  constructor(site: Site) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: site });
    // A build that fails elsewhere does not wait for it.
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => {
      if ('error' in answer) this.#failure ??= answer.error;
      if (--this.#underWay === 0) this.#worker.unref();
    });
  }

  #send(task: Task, moved: ArrayBuffer[] = []): void {
    this.#underWay++;
    this.#worker.ref();
    this.#worker.postMessage(task, moved);
  }

  /** Waits until no more than so many are under way, and returns what was said last. Throws when the thread has failed. */
  async #until(most: number): Promise<string | null> {
    let said: string | null = null;
    while (this.#underWay > most) {
      const [answer] = (await once(this.#worker, 'message')) as [Answer];
      if ('said' in answer) said = answer.said;
    }
    if (this.#failure) throw this.#failure;
    return said;
  }

  /**
   * See `Finisher.finish`. The bytes of the page are moved to the thread. Resolves when there is room for the next page.
   *
   * @throws what went wrong with this or an earlier page.
   */
  async finish(file: string, page: ArrayBuffer): Promise<void> {
    this.#send({ file, page }, [page]);
    await this.#until(MOST_UNDER_WAY);
  }

  /** See `Finisher.write`. The thread ends with it. */
  async write(): Promise<string> {
    await this.#until(0);
    this.#send('write');
    const said = await this.#until(0);
    await this.#worker.terminate();
    return said ?? '';
  }
}
