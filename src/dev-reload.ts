/**
 * In development: what an editor saved is on the page at once. Astro's own store of content holds changes back for half a second;
 * the catalogue reads the files themselves there, and this tells it, and the browser, when to.
 */
import type { AstroIntegration } from 'astro';
import { contentFolder } from './content-loader/index.ts';

/** What Astro sends when its store has changed; it forgets the addresses of pages then, as it must here. */
const CHANGED = 'astro:content-changed';

export const liveContent = (): AstroIntegration => {
  let folder: string;
  return {
    name: 'live-content',
    hooks: {
      'astro:config:done': () => {
        folder = contentFolder();
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(folder);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(folder)) return;
          for (const { hot } of Object.values(server.environments)) hot.send(CHANGED, {});
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
};
