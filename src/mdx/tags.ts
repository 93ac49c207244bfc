/**
 * The tags an author may write in a body, and what each takes. This list is a security boundary:
 * a tag, attribute or content that is not here reaches no page.
 */
import { z } from 'astro/zod';
import { compositeRef, slug, text } from '../schema/index.ts';

interface TagDefinition {
  /** Attributes, all plain text in double quotes. */
  props: z.ZodObject;
  /** What stands inside the tag. */
  content: 'none' | 'text' | 'blocks' | 'steps' | 'list' | 'do-dont';
  /** Inside a sentence, on lines of its own, or either. */
  place: 'inline' | 'block' | 'both';
  /** Which tag it must stand in. */
  within?: string;
  /** Shown in errors and in the guide, and rendered by the tests. */
  example: string;
}

const define = <Tag extends TagDefinition>(tag: Tag) => tag;

export const tags = {
  Figure: define({
    props: z.strictObject({ of: compositeRef, show: z.enum(['full', 'value']).optional() }),
    content: 'none',
    place: 'both',
    example: '<Figure of="cao-bang-6-thang-dau-nam-2023/so-vu-mua-ban-nguoi" />',
  }),
  Hotline: define({
    props: z.strictObject({ id: slug }),
    content: 'none',
    place: 'both',
    example: '<Hotline id="111" />',
  }),
  Warning: define({
    props: z.strictObject({ title: text(120) }),
    content: 'blocks',
    place: 'block',
    example: '<Warning title="Không đi một mình">\n\nHãy nói với người nhà nơi bạn đến.\n\n</Warning>',
  }),
  Steps: define({
    props: z.strictObject({}),
    content: 'steps',
    place: 'block',
    example: '<Steps>\n\n1. Dừng lại.\n2. Kiểm tra.\n3. Báo ngay.\n\n</Steps>',
  }),
  DoDont: define({
    props: z.strictObject({}),
    content: 'do-dont',
    place: 'block',
    example: '<DoDont>\n\n<Do>\n\n- Gọi lại số đã biết.\n\n</Do>\n\n<Dont>\n\n- Chuyển tiền.\n\n</Dont>\n\n</DoDont>',
  }),
  Do: define({
    props: z.strictObject({}),
    content: 'list',
    place: 'block',
    within: 'DoDont',
    example: '<DoDont>\n\n<Do>\n\n- Gọi lại số đã biết.\n\n</Do>\n\n<Dont>\n\n- Chuyển tiền.\n\n</Dont>\n\n</DoDont>',
  }),
  Dont: define({
    props: z.strictObject({}),
    content: 'list',
    place: 'block',
    within: 'DoDont',
    example: '<DoDont>\n\n<Do>\n\n- Gọi lại số đã biết.\n\n</Do>\n\n<Dont>\n\n- Chuyển tiền.\n\n</Dont>\n\n</DoDont>',
  }),
  Quote: define({
    props: z.strictObject({ of: compositeRef }),
    content: 'none',
    place: 'block',
    example: '<Quote of="luat-53-2024/dieu-2" />',
  }),
  Term: define({
    props: z.strictObject({ id: slug }),
    content: 'text',
    place: 'inline',
    example: '<Term id="bcd-138">BCĐ 138</Term>',
  }),
  Details: define({
    props: z.strictObject({ summary: text(160) }),
    content: 'blocks',
    place: 'block',
    example: '<Details summary="Luật nói gì?">\n\nNội dung mở ra khi bấm.\n\n</Details>',
  }),
} as const;

export type TagName = keyof typeof tags;
/** The attributes of a tag after checking. */
export type TagProps<T extends TagName> = z.infer<(typeof tags)[T]['props']>;
export const tagNames = Object.keys(tags) as TagName[];
