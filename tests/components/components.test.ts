import { expect, test } from 'vitest';
import { htmlProblems } from '../support/html.ts';
import { components, render, strays } from './render.ts';
test('x', async () => {
  console.log(strays, components.filter(c=>!c.examples.length).map(c=>c.id));
  const seen = new Map<string, string[]>();
  for (const { id, component, examples } of components) for (const e of examples) {
    const html = await render(component, e);
    if (['Facets/Facets','FigureChart/FigureChart'].includes(id)) console.log(html.slice(-900));
    for (const p of await htmlProblems(html.startsWith('<li') ? `<ul>${html}</ul>` : html)) seen.set(p, [...seen.get(p) ?? [], id+' '+e.name]);
  }
  for (const [k,v] of seen) console.log(k, v.length, v.slice(0,2));
});
