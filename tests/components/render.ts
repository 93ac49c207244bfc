/** Every component with its examples, and how one is rendered. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Example } from './examples/content.ts';

export type Component = Parameters<AstroContainer['renderToString']>[0];
type AnyExample = Example<(props: Record<string, unknown>) => unknown>;

const modules = import.meta.glob<Component>('../../src/components/*/*.astro', { eager: true, import: 'default' });
const lists = import.meta.glob<Record<string, AnyExample[]>>(['./examples/*.ts', '!./examples/content.ts'], {
  eager: true,
});

interface Shown {
  /** Folder and file: `HotlineCard/HotlineLink`. */
  id: string;
  component: Component;
  examples: readonly AnyExample[];
}

/** The component that a folder is named after has `examples`; another in it, such as `HotlineLink`, `hotlineLinkExamples`. */
const exportOf = (folder: string, name: string): string =>
  name === folder ? 'examples' : `${name[0]!.toLowerCase()}${name.slice(1)}Examples`;

export const components: readonly Shown[] = Object.entries(modules).map(([file, component]) => {
  const [folder, name] = file.replace('.astro', '').split('/').slice(-2) as [string, string];
  return {
    id: `${folder}/${name}`,
    component,
    examples: lists[`./examples/${folder}.ts`]?.[exportOf(folder, name)] ?? [],
  };
});

/** Lists of examples that belong to no component. */
export const strays: readonly string[] = Object.entries(lists).flatMap(([file, list]) =>
  Object.keys(list)
    .filter((key) => !components.some(({ examples }) => examples === list[key]))
    .map((key) => `${file} ${key}`),
);

const container = await AstroContainer.create();

/** A list item is nothing without its list. */
const inPlace = (html: string): string => (html.startsWith('<li') ? `<ul>${html}</ul>` : html);

/** The HTML of one example. */
export const render = async (component: Component, { props, slot }: AnyExample): Promise<string> =>
  inPlace(
    (await container.renderToString(component, { props, slots: slot === undefined ? {} : { default: slot } })).trim(),
  );

/** Marks by which Astro keeps the styles of components apart: nothing a test is about. */
export const unscoped = (html: string): string => html.replace(/ data-astro-cid-[a-z0-9]+(?:="true")?/g, '');

/** The HTML of the example with that name, without the marks of Astro. */
export const shown = async (id: string, name: string): Promise<string> => {
  const component = components.find((one) => one.id === id);
  const example = component?.examples.find((one) => one.name === name);
  if (!component || !example) throw new Error(`No example “${name}” of ${id}.`);
  return unscoped(await render(component.component, example));
};
