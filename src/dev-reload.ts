/**
 * Reloads the browser in development when a content file changes. Pages read the files directly there (see site-content.ts),
 * because Astro's content store debounces changes by half a second.
 */
import type { AstroIntegration } from 'astro';
import { contentFolder, isWithin } from './content-loader/index.ts';

/** Astro's own event for a changed content store: it clears the list of page addresses, and site-content.ts its cache. */
const CONTENT_CHANGED = 'astro:content-changed';

/** Astro integration that watches the content folder. */
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
          if (!isWithin(folder, file)) return;
          for (const { hot } of Object.values(server.environments)) hot.send(CONTENT_CHANGED, {});
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
};
