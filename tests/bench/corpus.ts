/**
 * A content folder as large as wanted, for benches: the site's own files, and `count` long pages made of their sentences and of sentences of its own,
 * nine articles to one alert, about 1,600 words each. `node tests/bench/corpus.ts <folder> <count>`, or `writeCorpus`.
 * Deterministic, and a longer corpus begins with the shorter one. It passes `npm run check`. What it says is made up: it is for measuring only.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ADDRESS_FILE, loadContent, WORDS_FILE, type ContentEntry } from '../../src/content-loader/index.ts';
import {
  audiences,
  channels,
  collections,
  methods,
  slugFrom,
  topics,
  type Alert,
  type Article,
  type Data,
  type CollectionName,
} from '../../src/schema/index.ts';

/** One page of the corpus as text. */
export interface Made {
  kind: 'articles' | 'alerts';
  id: string;
  title: string;
  /** Of the body, as spaces divide them. */
  words: number;
}

const MEDIAN_WORDS = 1500;
/** Of the logarithm of the length: one page in twenty has more than 2,700 words, one in twenty fewer than 850. */
const SPREAD = 0.36;
const [LEAST, MOST] = [450, 4500];
/** Every tenth page is an alert. */
const ALERT_EACH = 10;
const FIRST_DAY = Date.UTC(2022, 0, 1);
const LAST_DAY = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;

/** Vietnamese | English. Of an article: what it is about, where that happens, and what the article asks. */
const subjects = `Việc hái cà phê|Coffee picking; Việc phụ hồ|Building work; Việc may gia công|Piecework sewing; Việc rửa bát|Dishwashing; Việc trông trẻ|Child minding; Việc bốc hàng|Loading goods; Việc lái xe thuê|Hired driving; Việc bán hàng qua mạng|Selling online; Việc gõ văn bản|Typing at home; Việc chặt mía|Cane cutting; Việc trồng rừng|Tree planting; Việc giúp việc nhà|Housework; Việc phục vụ quán ăn|Waiting at tables; Việc làm móng|Nail care; Việc chăm người già|Care of the old; Học nghề cắt tóc|Learning to cut hair; Học tiếng để đi làm|Learning a language for work; Kết bạn qua mạng|Friends met online; Lời mời đi chơi xa|An invitation to travel; Lời hứa hôn nhân|A promise of marriage; Lời rủ vượt biên|A call to cross the border; Hợp đồng lao động|The work contract; Giấy tờ tùy thân|Identity papers; Hộ chiếu bị giữ|A passport withheld; Tiền công bị giữ|Wages withheld; Khoản nợ môi giới|A debt to a broker; Chuyến xe đêm|A night bus; Nhà trọ lạ|A strange lodging; Cuộc gọi đêm khuya|A call at night; Tin nhắn nhờ giúp|A message asking for help; Nhóm việc làm trên mạng|A jobs group online; Người quen lâu ngày|An old acquaintance; Đơn xin trợ giúp|An application for help; Lời khai ban đầu|The first statement; Trợ giúp pháp lý|Legal aid; Tạm trú ở nơi mới|Registering in a new place; Học sinh nghỉ học|Pupils who leave school; Trẻ em ở nhà một mình|Children home alone; Tổ liên gia tự quản|Neighbourhood groups; Tuyên truyền bằng loa|Warnings by loudspeaker; Họp dân đầu tuần|A village meeting; Đường dây báo tin|Ways to report; Chăm sóc sau khi trở về|Care after the return; Vay tiền để đi làm|Borrowing to go to work; Chuyển tiền về nhà|Sending money home; Mang hàng hộ|Carrying goods for others; Giữ hộ tài khoản|Holding an account for others; Đưa người qua suối|Taking people over a stream; Người dẫn đường|Guides on the path; Chợ phiên cuối năm|The last market of the year`;
const places = `ở chợ phiên|at the weekly market; ở bến xe|at the bus station; ở khu trọ công nhân|in workers’ lodgings; ở xưởng may|in a sewing shop; ở nông trường|on a plantation; ở cửa khẩu|at the border gate; ở lối mòn|on a forest path; ở trường nội trú|at a boarding school; ở bản xa đường|in a village far from the road; ở quán nước ven đường|at a roadside stall; ở phòng khám|at a clinic; ở công trường thủy điện|at a dam site; ở mỏ đá|at a quarry; ở trại tôm|on a shrimp farm; ở nhà hàng|in a restaurant; ở tiệm làm đẹp|in a beauty shop; ở khu công nghiệp|in an industrial park; ở cảng cá|in a fishing port; ở tàu biển|on a ship; ở nhà dân|in a private home; ở nhà văn hóa|at the culture house; ở ủy ban xã|at the commune office; ở đồn biên phòng|at a border post; ở ngân hàng|at the bank; ở bưu điện|at the post office; ở tiệm cầm đồ|at a pawnshop; ở sân bay|at the airport; ở nước láng giềng|in a neighbouring country; ở đảo xa|on a far island; ở thành phố lớn|in a large city; ở vùng ven|on the outskirts; ở nhà người họ hàng|at a relative’s house; ở lò gạch|at a brickyard; ở xưởng gỗ|in a timber yard; ở rẫy sắn|in the cassava fields; ở vườn cây ăn quả|in an orchard; ở kho hàng|in a warehouse; ở quán trò chơi|in a game shop; ở ký túc xá|in a dormitory; ở trạm dừng nghỉ|at a rest stop`;
const angles = `hỏi gì trước khi nhận lời|what to ask before you agree; dấu hiệu cần để ý|signs to watch for; người nhà nên làm gì|what the family can do; giấy tờ phải có|papers you must have; ai giữ tiền công|who holds the wages; tìm ai khi cần giúp|whom to ask for help; cách báo tin an toàn|reporting in safety; những lời nói dối hay gặp|lies often told; khi muốn về nhà|when you want to come home; điều luật quy định|what the law says; chuyện thường xảy ra|what often happens; kiểm tra trong mười phút|checks that take ten minutes; nói với con thế nào|how to tell your children; giữ lại bằng chứng gì|which proof to keep; khi bị dọa|when you are threatened; khi bị giữ giấy tờ|when your papers are taken; hẹn giờ gọi về|calls home at set times; đi cùng ai cho yên tâm|whom to go with; viết ra những gì|what to write down; lần đầu đi xa|the first time far from home; sau khi đã trở về|after the return; quyền của người lao động|rights of workers; khi bạn bè rủ đi|when friends ask you along; đừng vội ký|do not sign in haste; chỗ dựa ở xã|support in the commune; câu hỏi của nhiều người|questions many ask; đọc kỹ một tờ giấy|reading a paper with care; phân biệt thật và giả|telling true from false; chuẩn bị trước một tháng|a month to prepare; lời khuyên cho người trẻ|advice for the young`;
/** Of an alert: the trick, how it comes, what it wants. */
const tricks = `Giả nhân viên bưu điện|Fake postal workers; Giả người bán vé xe|Fake ticket sellers; Giả thợ sửa điện|Fake electricians; Giả nhà trường|Fake schools; Giả quỹ từ thiện|Fake charities; Giả cán bộ bảo hiểm|Fake insurance officers; Giả người thuê nhà|Fake tenants; Giả người mua hàng|Fake buyers; Giả phòng khám|Fake clinics; Giả sàn việc làm|Fake job boards; Giả khách đặt cỗ|Fake banquet orders; Giả người quen cũ|Fake acquaintances; Giả luật sư|Fake lawyers; Giả hãng du lịch|Fake travel firms; Giả đội cứu trợ|Fake relief teams; Giả nhà mạng|Fake operators; Giả cán bộ đất đai|Fake land officers; Giả trung tâm tiếng|Fake language schools; Giả cửa hàng điện máy|Fake appliance shops; Giả bạn học của con|Fake classmates; Giả chủ vườn|Fake orchard owners; Giả người nhặt được của|Fake finders; Giả nhóm mua chung|Fake buying groups; Giả hội cựu học sinh|Fake alumni; Giả đại lý phân bón|Fake fertiliser dealers`;
const ways = `qua cuộc gọi|by phone; qua tin nhắn|by message; qua mã quét|by a code to scan; qua đường dẫn|by a link; qua ứng dụng lạ|by an unknown app; qua mạng xã hội|on social media; qua thư giấy|by letter; qua người quen|through friends; qua nhóm trò chuyện|in chat groups; tận nhà|at the door; ở chợ|at the market; qua cuộc gọi video|by video call`;
const wants = `đòi tiền cọc|asking for a deposit; xin mã xác nhận|asking for codes; xin ảnh căn cước|asking for ID photos; bảo cài ứng dụng|telling you to install an app; đòi phí trước|asking for a fee; mượn tài khoản|borrowing your account; xin số thẻ|asking for a card number; giục trả nợ lạ|pressing for a strange debt; hứa quà lớn|promising a gift; bán hàng không giao|selling what never comes; đổi số tài khoản|changing the account; xin giọng nói|asking for your voice`;

/** What sentences of its own are made of: nobody did anything, somewhere, some time. */
const openings =
  'Nếu có người; Khi ai đó; Có nơi; Nhiều gia đình kể rằng người lạ; Theo lời bà con, có người; Gần đây có nhóm; Cũng có khi người quen; Trong xóm từng có người; Cuối vụ thường có người; Đầu năm hay có người'.split(
    '; ',
  );
const acts =
  'đến tận nhà hỏi mua; đứng đợi gần cổng trường; xin số điện thoại của con; nhờ chở một túi hàng; hứa trả công từng ngày; rủ đi làm ngay trong đêm; nói đã lo xong giấy tờ; đề nghị đổi xe giữa đường; bảo đừng kể với ai; xin chụp ảnh căn cước; gửi một đường dẫn lạ; khoe ảnh nhà cao, xe đẹp; kể chuyện người đi trước giàu lên; đòi giữ điện thoại cho an toàn; nói rằng chỗ làm rất gần; đưa trước một ít tiền; nhận là họ hàng xa; hỏi nhà có mấy người; xin cho ngủ nhờ một đêm; phát tờ rơi tuyển người; mời uống nước rồi hỏi chuyện; gọi nhiều lần mà không nói tên'.split(
    '; ',
  );
const replies =
  'hãy hỏi lại thật kỹ; bạn nên nói với trưởng xóm; đừng trả lời ngay; hãy ghi lại giờ và nơi gặp; nên rủ thêm một người cùng nghe; hãy xem người đó có giấy giới thiệu không; đừng đưa giấy tờ gốc; hãy gọi cho người nhà trước đã; nên hẹn hôm khác ở trụ sở xã; hãy giữ lại tin nhắn; đừng lên xe một mình; bạn có quyền từ chối; hãy tìm hiểu tên công ty; đừng vội mừng; nên hỏi thầy cô giáo; hãy báo cho công an xã biết; đừng chuyển tiền; nên để điện thoại ở chế độ ghi âm'.split(
    '; ',
  );
const reasons =
  'vì sau đó rất khó tìm lại; vì một câu hỏi đúng lúc cứu được một người; vì người thật không ngại chờ; vì giấy tờ thật luôn xem lại được; vì không ai cho không điều gì; vì mỗi nơi có cách làm khác nhau; vì lời nói miệng không giữ được lâu; vì nhà xa, đường khó đi; vì mùa mưa dễ mất liên lạc; vì trẻ nhỏ chưa biết từ chối; vì người già hay tin người; vì số tiền nhỏ cũng là công sức cả tháng; để cả nhà cùng biết; để khi cần còn có người làm chứng; để không ai phải đi một mình; cho đến khi mọi chuyện rõ ràng'.split(
    '; ',
  );
const closings =
  'Chậm một ngày không mất gì.; Việc này không tốn tiền.; Hỏi lại không phải là bất lịch sự.; Bạn không có lỗi khi bị lừa.; Người giúp bạn sẽ giữ kín chuyện.; Nói ra sớm thì dễ giải quyết hơn.; Cả xóm cùng để ý thì kẻ xấu khó làm.; Điều này đúng ở mọi nơi.; Hãy kể cho ít nhất một người.; Lần sau gặp lại, bạn sẽ nhận ra ngay.; Ai cũng có thể gặp chuyện này.; Đừng để nỗi sợ quyết định thay mình.'.split(
    '; ',
  );

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
type Random = () => number;
const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
/** Some of a list, in the order in which they were drawn, none twice. */
const some = <T>(random: Random, from: readonly T[], count: number): T[] => {
  const left = [...from];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  );
};
/** Roughly normal, of mean 0 and deviation 1. */
const normal = (random: Random): number => Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, -6);

const isKind = <K extends CollectionName>(entry: ContentEntry, kind: K): entry is ContentEntry & ContentEntry<K> =>
  entry.kind === kind;
const pairsOf = (list: string): [string, string][] =>
  list.split('; ').map((pair) => pair.split('|') as [string, string]);
const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
const lower = (text: string): string => text[0]!.toLowerCase() + text.slice(1);
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** What the site's own pages are made of. */
interface Parts {
  headings: string[];
  sentences: string[];
  items: string[];
  /** Tables, steps, warnings and lists of dos and don’ts, as they stand. */
  wholes: string[];
  quotes: string[];
}

const SENTENCE_ENDS = /(?<=[^\d\s][.!?…]["”’)]*)\s+(?=["“(]?\p{Lu})/u;
/** A sentence out of which no mark-up sticks. */
const isWhole = (text: string): boolean =>
  /[.!?…][”’)*]*$/.test(text) &&
  [/\*\*/g, /[“”]/g].every((mark) => (text.match(mark) ?? []).length % 2 === 0) &&
  (text.match(/\[/g) ?? []).length === (text.match(/\]\(/g) ?? []).length &&
  (text.match(/\(/g) ?? []).length === (text.match(/\)/g) ?? []).length;

const blocksOf = (body: string): string[] => {
  const blocks: string[] = [];
  let open: string | null = null;
  for (const block of body.split(/\n{2,}/)) {
    const before = open === null ? undefined : blocks.pop();
    blocks.push(before === undefined ? block.trim() : `${before}\n\n${block.trim()}`);
    open ??= /^<(Steps|DoDont|Warning|Details)\b/.exec(block.trim())?.[1] ?? null;
    if (open !== null && block.includes(`</${open}>`)) open = null;
  }
  return blocks.filter(Boolean);
};

const partsOf = (bodies: readonly string[]): Parts => {
  const parts: Parts = { headings: [], sentences: [], items: [], wholes: [], quotes: [] };
  for (const block of bodies.flatMap(blocksOf)) {
    if (block.startsWith('## ')) parts.headings.push(block.slice(3));
    else if (/^(?:- |\d+\. )/.test(block))
      parts.items.push(...block.split('\n').map((line) => line.replace(/^(?:- |\d+\. )/, '').trim()));
    else if (block.startsWith('<Quote')) parts.quotes.push(block);
    else if (/^(?:<(?:Steps|DoDont|Warning|Details)\b|\|)/.test(block)) parts.wholes.push(block);
    else if (!/^[<#]/.test(block))
      parts.sentences.push(...block.replaceAll('\n', ' ').split(SENTENCE_ENDS).filter(isWhole));
  }
  return {
    headings: [...new Set(parts.headings)],
    sentences: [...new Set(parts.sentences)],
    items: [...new Set(parts.items)],
    wholes: parts.wholes,
    quotes: [...new Set(parts.quotes)],
  };
};

/** The site's own folder, read. */
interface Stock {
  articles: Parts;
  alerts: Parts;
  models: { articles: Article[]; alerts: Alert[] };
  hotlines: string[];
  terms: { id: string; term: string }[];
  figures: { of: string; release: string }[];
  sources: string[];
}

const readStock = (folder: string): Stock => {
  const { entries, problems } = loadContent(folder);
  if (entries.length === 0) throw new Error(`${folder} holds no content: ${JSON.stringify(problems[0])}`);
  const bodies = (kind: 'articles' | 'alerts'): string[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .map((entry) =>
        readFileSync(path.join(folder, entry.file), 'utf8')
          .split('\n')
          .slice(entry.bodyLine - 1)
          .join('\n'),
      );
  const data = <K extends CollectionName>(kind: K): Data<K>[] =>
    entries.filter((entry) => isKind(entry, kind)).map((entry) => entry.data as Data<K>);
  return {
    articles: partsOf(bodies('articles')),
    alerts: partsOf(bodies('alerts')),
    models: { articles: data('articles'), alerts: data('alerts') },
    hotlines: entries.filter(({ kind }) => kind === 'hotlines').map(({ id }) => id),
    terms: entries.flatMap((entry) =>
      isKind(entry, 'glossary') ? [{ id: entry.id, term: entry.data.term.replace(/\s*\(.*/, '') }] : [],
    ),
    figures: entries.flatMap((entry) =>
      isKind(entry, 'statistics')
        ? entry.data.observations.map(({ indicator }) => ({
            of: `${entry.id}/${indicator}`,
            release: entry.data.title.vi,
          }))
        : [],
    ),
    sources: entries.filter(({ kind }) => kind === 'sources').map(({ id }) => id),
  };
};

const inventSentence = (random: Random): string => {
  const sentence = `${pick(random, openings)} ${pick(random, acts)}, ${pick(random, replies)}${random() < 0.5 ? ` ${pick(random, reasons)}` : ''}.`;
  return random() < 0.25 ? `${sentence} ${pick(random, closings)}` : sentence;
};

/** A body of about `target` words on `topic`, an article's subject and place or an alert's trick. `others` are pages that it may lead to. */
const bodyOf = (
  random: Random,
  stock: Stock,
  kind: Made['kind'],
  topic: string,
  target: number,
  others: readonly Made[],
): string => {
  const parts = stock[kind];
  const left = {
    quotes: some(random, parts.quotes, 4),
    wholes: some(random, parts.wholes, 6),
    hotlines: some(random, stock.hotlines, 3),
    figures: some(random, stock.figures, 3),
    terms: some(random, stock.terms, 4),
    headings: some(random, parts.headings, 40),
  };
  const blocks: string[] = [];
  let words = 0;
  const add = (block: string): void => {
    blocks.push(block);
    words += countWords(block);
  };
  const sentence = (): string => (random() < 0.55 ? pick(random, parts.sentences) : inventSentence(random));
  const paragraph = (): string => {
    const chosen = [sentence()];
    for (let most = between(random, 2, 6); chosen.length < most && countWords(chosen.join(' ')) < 65;)
      chosen.push(sentence());
    const [term, figure] = [random() < 0.2 && left.terms.pop(), random() < 0.12 && left.figures.pop()];
    if (term) chosen.push(`Từ hay gặp trong giấy tờ là <Term id="${term.id}">${term.term}</Term>.`);
    if (figure) chosen.push(`Theo “${figure.release}”, con số đã công bố là <Figure of="${figure.of}" />.`);
    if (others.length > 0 && random() < 0.25) {
      const other = pick(random, others);
      chosen.push(
        `Xem thêm [${lower(other.title)}](/${other.kind === 'articles' ? 'bai-viet' : 'canh-bao'}/${other.id}/).`,
      );
    }
    return chosen.join(' ');
  };
  add(paragraph());
  for (let section = 0; words < target; section++) {
    add(
      `## ${section % 3 === 1 ? `${capital(pick(random, replies))} khi gặp ${lower(topic)}` : (left.headings.pop() ?? capital(pick(random, acts)))}`,
    );
    for (let size = between(random, 2, 4); size > 0 && words < target; size--) {
      add(paragraph());
      const draw = random();
      if (draw < 0.22)
        add(
          some(random, parts.items, between(random, 3, 6))
            .map((item) => `- ${item}`)
            .join('\n'),
        );
      else if (draw < 0.34 && left.wholes.length > 0) add(left.wholes.pop()!);
      else if (draw < 0.42 && left.quotes.length > 0) add(left.quotes.pop()!);
      else if (draw < 0.48 && left.hotlines.length > 0) add(`<Hotline id="${left.hotlines.pop()!}" />`);
      else if (draw < 0.52 && section > 1) add(`### ${capital(pick(random, acts))}\n\n${paragraph()}`);
    }
  }
  return blocks.join('\n\n');
};

/** JSON is YAML too. */
const fileOf = (data: object, body: string): string =>
  `---\n${Object.entries(data)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n\n${body}\n`;

/** Writes the site's own content and `count` pages more into `folder`, which is emptied first. `from`: the folder that lends its words. */
export const writeCorpus = (
  folder: string,
  count: number,
  from = path.resolve(import.meta.dirname, '../../content'),
): Made[] => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
  rmSync(path.join(folder, ADDRESS_FILE), { force: true });
  const stock = readStock(from);
  const lists = { articles: [subjects, places, angles].map(pairsOf), alerts: [tricks, ways, wants].map(pairsOf) };
  const taken = { articles: new Set<string>(), alerts: new Set<string>() };
  const made: Made[] = [];
  const ids: Record<Made['kind'], string[]> = { articles: [], alerts: [] };
  for (const kind of ['articles', 'alerts'] as const) mkdirSync(path.join(folder, kind), { recursive: true });
  for (let number = 0; number < count; number++) {
    const random = randomFrom(number + 1);
    const kind = number % ALERT_EACH === ALERT_EACH - 1 ? 'alerts' : 'articles';
    let [vi, en]: string[] = [];
    let topic: string;
    do {
      const [what, where, why] = lists[kind].map((list) => pick(random, list)) as [
        [string, string],
        [string, string],
        [string, string],
      ];
      topic = `${what[0]} ${where[0]}`;
      [vi, en] =
        kind === 'articles'
          ? [`${topic}: ${why[0]}`, `${what[1]} ${where[1]}: ${why[1]}`]
          : [`${topic}, ${why[0]}`, `${what[1]} ${where[1]}, ${why[1]}`];
    } while (taken[kind].has(vi));
    taken[kind].add(vi);
    const id = slugFrom(vi);
    const published = FIRST_DAY + Math.floor(random() * ((LAST_DAY - FIRST_DAY) / DAY)) * DAY;
    const target = Math.min(MOST, Math.max(LEAST, Math.round(MEDIAN_WORDS * Math.exp(SPREAD * normal(random)))));
    const body = bodyOf(random, stock, kind, topic, target, made);
    const common = {
      title: vi,
      summary: `${capital(lower(topic))} là chuyện nhiều nhà hỏi. ${capital(pick(random, replies))} ${pick(random, reasons)}. ${pick(random, closings)}`,
      english: {
        title: en,
        summary: `${en}. Advice for families and for those who are asked along, and the numbers to call.`,
      },
      audience: some(random, audiences, between(random, 1, 3)),
      keywords: some(random, acts, between(random, 1, 4)).map((each) => each.slice(0, 40).trim()),
      publishedAt: day(published),
      ...(random() < 0.2 ? { updatedAt: day(Math.min(LAST_DAY, published + between(random, 5, 200) * DAY)) } : {}),
      verifiedAt: day(LAST_DAY),
      sources: some(random, stock.sources, between(random, 1, 6)),
      hotlines: some(random, stock.hotlines, between(random, 1, 3)),
      related: some(random, ids[kind].slice(-400), between(random, 0, 4)),
    };
    const data =
      kind === 'articles'
        ? { ...common, topic: pick(random, topics), keyPoints: pick(random, stock.models.articles).keyPoints }
        : {
            ...common,
            ...ofAlert(random, pick(random, stock.models.alerts)),
            method: pick(random, methods),
            channels: some(random, channels, between(random, 1, 4)),
            severity: pick(random, stock.models.alerts).severity,
            urgency: pick(random, stock.models.alerts).urgency,
            certainty: pick(random, stock.models.alerts).certainty,
            expiresAt: day(published + between(random, 120, 400) * DAY),
          };
    writeFileSync(path.join(folder, kind, `${id}.${collections[kind].format}`), fileOf(data, body));
    ids[kind].push(id);
    made.push({ kind, id, title: vi, words: countWords(body) });
  }
  return made;
};

/** What must fit on a notice and into the time of a loudspeaker is taken as it is. */
const ofAlert = (random: Random, { redFlags, doNow, dont, ifVictim, loudspeaker }: Alert) => ({
  redFlags: some(random, redFlags, redFlags.length),
  doNow,
  dont,
  ifVictim,
  loudspeaker,
});

if (process.argv[1] === import.meta.filename) {
  const [folder, count] = [process.argv[2], Number(process.argv[3])];
  if (!folder || !Number.isInteger(count) || count < 0) {
    console.error('node tests/bench/corpus.ts <folder, emptied first> <number of pages>');
    process.exit(2);
  }
  const made = writeCorpus(folder, count);
  const lengths = made.map(({ words }) => words).sort((a, b) => a - b);
  console.log(
    `${made.length} pages in ${folder} (${made.filter(({ kind }) => kind === 'alerts').length} alerts), ${WORDS_FILE} and the site’s own beside them; words: mean ${Math.round(lengths.reduce((sum, each) => sum + each, 0) / Math.max(made.length, 1))}, least ${lengths[0] ?? 0}, most ${lengths.at(-1) ?? 0}`,
  );
}
