/** The pages that a device holds, as a list. Fetched when somebody opens it. */
import { day } from './day.ts';
import type { Held } from './held.ts';

/** An item for each page, with its title and the day it was put here. A page is asked for its title. */
export const listed = (held: readonly Held[]): Promise<HTMLLIElement[]> => {
  const decode = document.createElement('textarea');
  return Promise.all(
    held.map(async ({ path, at }) => {
      const title = /<title>(.*?) – [^–]*<\/title>/.exec((await (await caches.match(path))?.text()) ?? '')?.[1];
      decode.innerHTML = title ?? path;
      const item = document.createElement('li');
      item.append(
        Object.assign(document.createElement('a'), { href: path, textContent: decode.value }),
        ` (${day(at)})`,
      );
      return item;
    }),
  );
};
