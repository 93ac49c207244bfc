/**
 * Everything the site publishes, for pages: sorted, with references resolved and every figure with its indicator,
 * release and source. The only module that queries the collections.
 */
import { getCollection } from 'astro:content';
import { contentFolder, loadContent, ParseCache, readBody } from './content-loader/index.ts';
import { format } from './problems/index.ts';
import { byPeriod, descriptionChanges, proofsOf, type Figure } from './figures/index.ts';
import { dates } from './i18n/index.ts';
import type { Lookup } from './mdx/index.ts';
import { inForce, type Data, type CollectionName, type Entry } from './schema/index.ts';

export interface SiteContent {
  /** In force first, then newest first. */
  alerts: Entry<'alerts'>[];
  articles: Entry<'articles'>[];
  conferences: Entry<'conferences'>[];
  hotlines: Entry<'hotlines'>[];
  /** Sorted by the field `order`. */
  banks: Entry<'banks'>[];
  /** The doors of the help page, sorted by the field `order`. */
  situations: Entry<'situations'>[];
  glossary: Entry<'glossary'>[];
  indicators: Entry<'indicators'>[];
  statistics: Entry<'statistics'>[];
  sources: Entry<'sources'>[];
  /** Data of every source by id. */
  sourceData: ReadonlyMap<string, Data<'sources'>>;
  /** Sorted by the field `order`. */
  selfChecks: Entry<'self-checks'>[];
  pages: Entry<'pages'>[];
  /** Sorted by the field `order`. */
  answers: Entry<'answers'>[];
  /** Newest period first. */
  figures: Figure[];
  /** Figures of an indicator or a release, newest period first. */
  figuresOf: { indicator: (id: string) => readonly Figure[]; release: (id: string) => readonly Figure[] };
  /** Self-checks that name an article or alert. */
  checksOf: (entry: { kind: 'articles' | 'alerts'; id: string }) => readonly Entry<'self-checks'>[];
  /** The articles that its author names; else the newest of its topic. */
  relatedArticles: (article: Entry<'articles'>) => readonly Entry<'articles'>[];
  relatedAlerts: (alert: Entry<'alerts'>) => readonly Entry<'alerts'>[];
  lookup: Lookup;
  /** Day of the build in Vietnam, `YYYY-MM-DD`: that of `SOURCE_DATE_EPOCH`, else today. */
  today: string;
  /** Day the first article or alert was published, `YYYY-MM-DD`. */
  firstPublished: string;
}

/** Number of related articles if the author names none. */
const RELATED_ARTICLES = 3;

const folder = contentFolder();

type All = <K extends CollectionName>(kind: K) => Promise<Entry<K>[]>;

const fromStore: All = async (kind) =>
  (await getCollection(kind)).map(({ id, data }) => ({ kind, id, data: data as Data<typeof kind> }));

const cache = new ParseCache();

/** In development entries come straight from the files, so that an edit shows at once, also on a page whose address is not listed yet. */
const fromFiles = (): All => {
  const { entries, problems } = loadContent(folder, undefined, cache);
  const relevant = problems.filter(({ code }) => code !== 'address-unlisted');
  if (relevant.length > 0)
    throw new Error(`Nội dung có lỗi:\n${relevant.map((problem) => format(problem)).join('\n')}`);
  return (kind) =>
    Promise.resolve(
      entries.flatMap((entry) =>
        entry.kind === kind ? [{ kind, id: entry.id, data: entry.data as Data<typeof kind> }] : [],
      ),
    );
};

const newestFirst = (a: { id: string; data: { publishedAt: string } }, b: typeof a): number =>
  b.data.publishedAt.localeCompare(a.data.publishedAt) || a.id.localeCompare(b.id);

/** Finds entries by id; throws if there is none. */
const byId = <K extends CollectionName>(entries: Entry<K>[]): ((id: string) => Entry<K>) => {
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  return (id) => {
    const entry = entryOf.get(id);
    if (!entry) throw new Error(`No “${id}” among ${entries[0]?.kind ?? 'no'} entries: run \`npm run check\`.`);
    return entry;
  };
};

/** Groups items by key, each group in the order of `items`. Built once, so that a build of n pages does not search n² entries. */
const groupedBy = <Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): ((key: string) => readonly Item[]) => {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return (key) => groups.get(key) ?? [];
};

const load = async (): Promise<SiteContent> => {
  const all = import.meta.env.DEV ? fromFiles() : fromStore;
  const [
    alerts,
    articles,
    conferences,
    hotlines,
    banks,
    situations,
    glossary,
    indicators,
    statistics,
    sources,
    selfChecks,
    pages,
    answers,
  ] = await Promise.all([
    all('alerts'),
    all('articles'),
    all('conferences'),
    all('hotlines'),
    all('banks'),
    all('situations'),
    all('glossary'),
    all('indicators'),
    all('statistics'),
    all('sources'),
    all('self-checks'),
    all('pages'),
    all('answers'),
  ]);
  const day = dates.today();
  const severity = { extreme: 0, severe: 1, moderate: 2, minor: 3, unknown: 4 };
  const past = ({ data }: Entry<'alerts'>) => Number(!inForce(data, day));
  alerts.sort(
    (a, b) => past(a) - past(b) || severity[a.data.severity] - severity[b.data.severity] || newestFirst(a, b),
  );
  articles.sort(newestFirst);
  conferences.sort((a, b) => b.data.date.localeCompare(a.data.date));
  hotlines.sort((a, b) => a.data.order - b.data.order);
  banks.sort((a, b) => a.data.order - b.data.order);
  situations.sort((a, b) => a.data.order - b.data.order);
  answers.sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id));
  selfChecks.sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id));
  glossary.sort((a, b) => a.data.term.localeCompare(b.data.term, 'vi'));
  sources.sort((a, b) => a.data.title.localeCompare(b.data.title, 'vi'));

  const [indicator, source, hotline, term, article, alert] = [
    byId(indicators),
    byId(sources),
    byId(hotlines),
    byId(glossary),
    byId(articles),
    byId(alerts),
  ];
  const sourceData = new Map(sources.map(({ id, data }) => [id, data]));
  const figures = statistics
    .flatMap(({ id, data: release }) =>
      release.observations.map((observation): Figure => {
        const passageAt = (address: string) => {
          const [sourceId = '', name = ''] = address.split('/');
          const { data } = source(sourceId);
          return { sourceId, source: data, quote: data.quotes[name] ?? '' };
        };
        const { passage, former } = proofsOf(observation, release);
        const before = former.at(-1);
        const figure: Figure = {
          indicatorId: observation.indicator,
          indicator: indicator(observation.indicator).data,
          releaseId: id,
          release,
          observation,
          ...passageAt(passage),
          ...(before && { former: passageAt(before.passage) }),
        };
        const [described] = descriptionChanges([figure], sourceData);
        return described ? { ...figure, describedAt: described.date } : figure;
      }),
    )
    .sort(byPeriod);
  const byAddress = new Map(figures.map((figure) => [`${figure.releaseId}/${figure.indicatorId}`, figure]));
  const lookup: Lookup = {
    figure: (address) => {
      const figure = byAddress.get(address);
      if (!figure) throw new Error(`No figure “${address}”: run \`npm run check\`.`);
      return figure;
    },
    hotline,
    source,
    term,
    quote: (address) => {
      const [id = '', name = ''] = address.split('/');
      return { text: source(id).data.quotes[name] ?? '', source: source(id) };
    },
  };
  const figuresOf = {
    indicator: groupedBy(figures, ({ indicatorId }) => [indicatorId]),
    release: groupedBy(figures, ({ releaseId }) => [releaseId]),
  };
  const checks = groupedBy(selfChecks, ({ data }) => [
    ...data.articles.map((id) => `articles/${id}`),
    ...data.alerts.map((id) => `alerts/${id}`),
  ]);
  const checksOf: SiteContent['checksOf'] = ({ kind, id }) => checks(`${kind}/${id}`);
  const byTopic = groupedBy(articles, ({ data }) => [data.topic]);
  const relatedArticles: SiteContent['relatedArticles'] = ({ id, data }) =>
    data.related.length > 0
      ? data.related.map(article)
      : byTopic(data.topic)
          .slice(0, RELATED_ARTICLES + 1)
          .filter((other) => other.id !== id)
          .slice(0, RELATED_ARTICLES);
  const relatedAlerts: SiteContent['relatedAlerts'] = ({ data }) => data.related.map(alert);
  const firstPublished = [...alerts, ...articles].map(({ data }) => data.publishedAt).sort()[0] ?? day;
  return {
    alerts,
    articles,
    conferences,
    hotlines,
    banks,
    situations,
    glossary,
    indicators,
    statistics,
    sources,
    sourceData,
    selfChecks,
    pages,
    answers,
    figures,
    figuresOf,
    checksOf,
    relatedArticles,
    relatedAlerts,
    lookup,
    today: day,
    firstPublished,
  };
};

let cached: Promise<SiteContent> | undefined;

// In development a change of content clears the cache; see dev-reload.ts.
import.meta.hot?.on('astro:content-changed', () => {
  cached = undefined;
});

/** The content of the site, loaded once per build. */
export const siteContent = (): Promise<SiteContent> => (cached ??= load());

/** The parsed body of an entry. Throws if the body has a problem. */
export const bodyOf = ({ kind, id }: { kind: CollectionName; id: string }) => readBody(folder, kind, id);
