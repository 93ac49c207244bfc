/**
 * How many readers one server holds: `npm run bench:load -- 100000`. nginx with the site's own configuration over the
 * site as it was built last, asked for every kind of page on loopback; then for one bare page: the same text without styles, script or head.
 * Both ask by turns, and the medians count. It measures and says so; it fails only where a request did.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { precompressFolder } from '../../src/postprocess/precompress.ts';
import { dist, pageTypes } from '../support/dist.ts';
import { load, type Load } from '../support/load.ts';
import { nginx, startNginx, startSirv } from '../support/servers.ts';

const amount = Number(process.argv[2] ?? 100_000);
const ROUNDS = 4;

/** What a page says, as the barest HTML that says it. */
const bare = (html: string): string => {
  const main = /<main[\s\S]*<\/main>/.exec(html)![0];
  const text = main
    .replace(/<(style|script|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<(?!\/?(?:h[1-6]|p|li|ul|ol|a)\b)[^>]*>/g, '')
    .replace(/<(\w+)[^>]*?(\shref="[^"]*")?[^>]*>/g, '<$1$2>');
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title>${text}</html>`;
};

const work = mkdtempSync(path.join(tmpdir(), 'bench-load-'));
const program = nginx();
try {
  const folder = path.join(work, 'site');
  cpSync(dist, folder, { recursive: true });
  mkdirSync(path.join(folder, 'tran'));
  writeFileSync(
    path.join(folder, 'tran/index.html'),
    bare(readFileSync(path.join(dist, pageTypes.article!, 'index.html'), 'utf8')),
  );
  await precompressFolder(path.join(folder, 'tran'), path.join(work, 'kept'), 'quick');
  const served = { folder, base: '/', content: work };
  if ('missing' in program)
    console.log(`nginx is not here (${program.missing}): this is sirv, on the one thread that also asks.`);
  const server = 'missing' in program ? await startSirv(served) : await startNginx(program.file, served);
  const packed = (address: string): number =>
    statSync(path.join(folder, address.replace(/\/$/, '/index.html') + '.br')).size;
  const pages = Object.values(pageTypes).filter((address) => address !== '/404.html');
  const asked: Record<string, string[]> = { [`${pages.length} kinds of pages`]: pages, 'one bare page': ['/tran/'] };
  const loads = new Map<string, Load[]>(Object.keys(asked).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, addresses] of Object.entries(asked)) {
      loads.get(name)!.push(await load(server.origin, addresses, Math.ceil(amount / ROUNDS)));
      if (process.stdout.isTTY) process.stdout.write(`\rround ${round + 1} of ${ROUNDS}: ${name}          `);
    }
  }
  await server.close();
  console.log(
    `${process.stdout.isTTY ? '\r' : ''}${cpus().length} × ${cpus()[0]!.model}; nginx and the readers share them; 50 connections, brotli`,
  );
  const median = (name: string, value: (each: Load) => number): number =>
    loads
      .get(name)!
      .map(value)
      .sort((a, b) => a - b)[Math.floor((ROUNDS - 1) / 2)]!;
  console.table(
    Object.fromEntries(
      Object.entries(asked).map(([name, addresses]) => [
        name,
        {
          requests: loads.get(name)!.reduce((sum, each) => sum + each.requests, 0),
          failed: loads.get(name)!.reduce((sum, each) => sum + each.failed, 0),
          'a second': Math.round(median(name, (each) => each.perSecond)),
          'p50 ms': median(name, (each) => each.p50),
          'p99 ms': median(name, (each) => each.p99),
          'p99.9 ms': median(name, (each) => each.p999),
          'KB each': Number(
            (addresses.reduce((sum, address) => sum + packed(address), 0) / addresses.length / 1000).toFixed(1),
          ),
          'MB a second': Math.round(median(name, (each) => each.megabytesPerSecond)),
        },
      ]),
    ),
  );
  process.exitCode = [...loads.values()].flat().some(({ failed }) => failed > 0) ? 1 : 0;
} finally {
  rmSync(work, { recursive: true });
}
