import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { test } from 'vitest';
import Gallery from './Gallery.astro?container';
test('x', async () => {
  const container = await AstroContainer.create();
  console.log((await container.renderComponent(Gallery, {slots:{default:'<p>x</p>'}})));
});
