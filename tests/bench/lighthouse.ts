/** What Lighthouse says of a page, in the Chromium of the tests. */
import lighthouse from 'lighthouse';

/** The four categories that the site is held to. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

/** An audit that costs points. */
interface Shortfall {
  category: Category;
  audit: string;
  title: string;
  /** 0 to 1. */
  score: number;
  /** The audit’s share of its category, in points. */
  points: number;
  measured: string;
  /** The first elements or addresses that it is about. */
  at: string[];
}

export interface Verdict {
  /** 0 to 100. */
  scores: Partial<Record<Category, number>>;
  shortfalls: Shortfall[];
  /** How fast Lighthouse found this machine; a phone of the kind it has in mind would be slowed to a quarter of about 1,500. */
  benchmarkIndex: number;
}

interface Item {
  url?: string;
  href?: string;
  node?: { snippet?: string };
  source?: { snippet?: string };
}

/** Audits a page in the browser that listens for the DevTools protocol on `port`. */
export const audit = async (
  address: string,
  port: number,
  only: readonly Category[] = categories,
): Promise<Verdict> => {
  const result = await lighthouse(address, { port, logLevel: 'error', output: 'json', onlyCategories: [...only] });
  if (!result) throw new Error(`Lighthouse gave no answer for ${address}.`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`Lighthouse could not audit ${address}: ${lhr.runtimeError.message}`);
  const shortfalls = only.flatMap((category) => {
    const refs = lhr.categories[category]!.auditRefs;
    const counted = refs.filter(({ id, weight }) => weight > 0 && lhr.audits[id]!.score !== null);
    const sum = counted.reduce((total, { weight }) => total + weight, 0);
    return refs.flatMap(({ id, weight }): Shortfall[] => {
      const { title, score, scoreDisplayMode, displayValue = '', details, errorMessage } = lhr.audits[id]!;
      if (scoreDisplayMode === 'error')
        throw new Error(`The audit ${id} of ${address} broke off: ${errorMessage ?? ''}`);
      if (weight === 0 || score === null || score >= 1) return [];
      const items = (details as { items?: Item[] } | undefined)?.items ?? [];
      return [
        {
          category,
          audit: id,
          title,
          score,
          points: ((1 - score) * weight * 100) / sum,
          measured: displayValue,
          at: items
            .slice(0, 3)
            .map(({ node, source, href, url }) => node?.snippet ?? source?.snippet ?? href ?? url ?? '')
            .filter(Boolean),
        },
      ];
    });
  });
  return {
    scores: Object.fromEntries(only.map((category) => [category, Math.round(lhr.categories[category]!.score! * 100)])),
    shortfalls,
    benchmarkIndex: lhr.environment.benchmarkIndex,
  };
};
