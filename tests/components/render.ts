/** Every component with its examples, and how one is rendered. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Example } from '../../src/components/examples.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];
type AnyExample = Example<(props: Record<string, unknown>) => unknown>;

const modules = import.meta.glob<Component>('../../src/components/*/*.astro', { eager: true, import: 'default' });
const lists = import.meta.glob<Record<string, AnyExample[]>>('../../src/components/*/examples.ts', { eager: true });

export interface Shown {
  /** `Stone/HotlineLink`: folder and component. */
  id: string;
  component: Component;
  examples: AnyExample[];
}

/** The component that a folder is named after has `examples`; another in it, such as `HotlineLink`, `hotlineLinkExamples`. */
const exportOf = (folder: string, name: string): string => (name === folder ? 'examples' : `${name[0]!.toLowerCase()}${name.slice(1)}Examples`);

export const components: Shown[] = Object.entries(modules).map(([file, component]) => {
  const [folder, name] = file.split('/').slice(-2).map((part) => part.replace('.astro', '')) as [string, string];
  const examples = lists[`../../src/components/${folder}/examples.ts`]?.[exportOf(folder, name)] ?? [];
  return { id: `${folder}/${name}`, component, examples };
});

/** Examples that no component is rendered from. */
export const strays: string[] = Object.entries(lists).flatMap(([file, list]) =>
  Object.keys(list)
    .filter((key) => !components.some(({ examples }) => examples === list[key]))
    .map((key) => `${file}: ${key}`),
);

const container = await AstroContainer.create();

export const render = async (component: Component, { props, slot }: Pick<AnyExample, 'props' | 'slot'>): Promise<string> => {
  const html = await container.renderToString(component, { props, slots: slot === undefined ? {} : { default: slot } });
  return html.trim();
};
