/** Every component in every state of its examples, and what each promises. */
import { describe, expect, test } from 'vitest';
import { allFigures, hostile, hotlines, longTitle, sources, term } from './examples/content.ts';
import { audienceNames, channelNames, methodNames } from '../../src/i18n/index.ts';
import { collections } from '../../src/schema/index.ts';
import { exitUrl } from '../../src/site.ts';
import { htmlProblems, textOf, unescaped } from '../support/html.ts';
import { components, render, shown, strays } from './render.ts';

const all = components.flatMap(({ id, component, examples }) =>
  examples.map((example) => [`${id}: ${example.name}`, component, example] as const),
);

/** Values of one attribute in the order they stand in. */
const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => match[1]!);
/** The words of every element of a kind. */
const texts = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}[\\s>].*?</${tag}>`, 'gs'))].map((match) => textOf(match[0]));

describe('examples', () => {
  test('every component has some, each with a name of its own', () => {
    expect(components.length).toBeGreaterThan(30);
    expect(components.filter(({ examples }) => examples.length === 0).map(({ id }) => id)).toEqual([]);
    const titles = all.map(([title]) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('every list of examples belongs to a component', () => {
    expect(strays).toEqual([]);
  });

  test('what they share could stand in content', () => {
    for (const { kind, data } of [...Object.values(hotlines), ...Object.values(sources), term])
      expect(collections[kind].schema.safeParse(data).error).toBeUndefined();
    for (const { figure } of allFigures) {
      expect(collections.indicators.schema.safeParse(figure.indicator).error).toBeUndefined();
      expect(
        collections.statistics.schema.safeParse({ ...figure.release, observations: [figure.observation] }).error,
      ).toBeUndefined();
    }
    expect(longTitle.length).toBeLessThanOrEqual(120);
  });

  test('they print no number that has not been checked', async () => {
    const html = (await Promise.all(all.map(([, component, example]) => render(component, example)))).join('\n');
    // An SMS that shares a page names no number.
    const dialled = [...html.matchAll(/href="(?:tel|sms):(?!\?)([^"]*)"/g)].map((match) => match[1]!);
    expect([...new Set(dialled)].sort()).toEqual([
      '+842412345678',
      '+84981848484',
      '111',
      '113',
      // The numbers of a bank that does not exist.
      '19001234',
      '1900969680',
    ]);
  });
});

test.each(all)('%s is sound HTML', async (_title, component, example) => {
  const html = await render(component, example);
  expect(html).not.toMatch(/undefined|\[object |NaN/);
  expect(await htmlProblems(html)).toEqual([]);
});

describe('AlertCard', () => {
  const card = (name: string) => shown('AlertCard/AlertCard', name);

  test('says how grave an alert in force is, with a heavier sign for the gravest', async () => {
    const extreme = await card('extreme, in force');
    expect(texts(extreme, 'p')).toEqual([
      'Đặc biệt nguy hiểm · Mới đăng 23/11/2026',
      'Xưng là công an, viện kiểm sát, tòa án và bắt bạn giữ bí mật với bố mẹ.',
      'Cảnh báo này còn dùng đến 30/6/2027. Đã kiểm tra: tháng 3/2026',
    ]);
    expect(extreme).toContain('class="danger-sign filled"');
    expect(extreme).toContain('class="face" d="M32 4 60 54H4Z" stroke-width="8"');
    const severe = await card('severe, in force');
    expect(texts(severe, 'p')[0]).toBe('Rất nguy hiểm · Mới đăng 23/11/2026');
    expect(severe).toContain('class="face" d="M32 4 60 54H4Z" stroke-width="5"');
  });

  test('shows an expired alert as passed, whatever its severity', async () => {
    for (const name of ['extreme, expired', 'severe, expired']) {
      const html = await card(name);
      expect(texts(html, 'p')[0]).toBe('Đã hết hạn 30/6/2027');
      expect(html).toContain('class="alert-card expired"');
      expect(html).toContain('class="danger-sign outline"');
      expect(html).not.toMatch(/nguy hiểm|còn dùng/i);
    }
  });

  test('shows a withdrawn alert like an expired one, with its own word and day', async () => {
    const html = await card('withdrawn');
    expect(texts(html, 'p')[0]).toBe('Đã rút 1/12/2026');
    expect(html).toContain('class="danger-sign outline"');
    expect(html).not.toContain('data-expires');
  });

  test('tells a new alert, a changed one and one that is neither', async () => {
    expect(texts(await card('updated'), 'p')[0]).toBe('Đặc biệt nguy hiểm · Cập nhật 1/12/2026');
    expect(texts(await card('neither new nor updated'), 'p')[0]).toBe('Đặc biệt nguy hiểm');
  });

  test('carries what a script needs to mark it on the day after its last', async () => {
    const html = await card('on its last day');
    expect(html).toContain('data-expires="2027-06-30"');
    expect(html).toContain('data-expired-words="Đã hết hạn 30/6/2027"');
  });

  test('counts the last day as in force', async () => {
    const html = await card('on its last day');
    expect(html).toContain('class="danger-sign filled"');
    expect(textOf(html)).not.toContain('Đã hết hạn');
  });

  test('leads to its page under a heading of the asked level', async () => {
    expect(await card('extreme, in force')).toMatch(
      /<h3 class="title"><a href="\/canh-bao\/bat-coc-online\/" class="stretched-link">“Bắt cóc online”: [^<]+<\/a><\/h3>/,
    );
    expect(texts(await card('severe, in force'), 'h2')).toEqual([
      'Tuyển cộng tác viên online: trả hoa hồng nhỏ, lấy mất tiền lớn',
    ]);
  });

  test('carries the values that filters look for', async () => {
    expect(await card('extreme, in force')).toContain(
      'data-item data-thu-doan="bat-coc-online" data-kenh="cuoc-goi goi-video tin-nhan" data-doi-tuong="hoc-sinh-sinh-vien phu-huynh"',
    );
  });

  test('speaks English where asked', async () => {
    expect(texts(await card('English interface'), 'p')[0]).toBe('Extreme danger · New 23 November 2026');
  });
});

describe('ArticleCard', () => {
  test('has topic, title, summary and the values that filters look for', async () => {
    const html = await shown('ArticleCard/ArticleCard', 'on the home page');
    expect(texts(html, 'p')).toEqual(['Mua bán người', expect.stringMatching(/^Vì sao lời mời việc nhẹ/)]);
    expect(html).toContain(
      '<h3 class="title"><a href="/bai-viet/viec-nhe-luong-cao/" class="stretched-link">“Việc nhẹ, lương cao” và các khu lừa đảo</a></h3>',
    );
    expect(html).toContain('data-item data-chu-de="mua-ban-nguoi" data-doi-tuong="nguoi-tim-viec moi-nguoi"');
    expect(texts(await shown('ArticleCard/ArticleCard', 'in the list of articles'), 'h2')).toHaveLength(1);
  });

  test('keeps capitals and their marks', async () => {
    expect(texts(await shown('ArticleCard/ArticleCard', 'long title in capitals'), 'h3')).toEqual([longTitle]);
  });
});

describe('Breadcrumbs', () => {
  test('lead from home down to the page above', async () => {
    const html = await shown('Breadcrumbs/Breadcrumbs', 'three steps with a long one');
    expect(attributes(html, 'href')).toEqual([
      '/',
      '/so-lieu/',
      '/so-lieu/chu-de/mua-ban-nguoi/',
      '/so-lieu/so-vu-mua-ban-nguoi/',
    ]);
    expect(texts(html, 'li')).toEqual(['Trang chủ', 'Số liệu', 'Mua bán người', longTitle]);
    expect(html).toMatch(/^<nav class="breadcrumbs no-print" aria-label="Bạn đang ở"/);
  });

  test('are home alone on a section', async () => {
    expect(texts(await shown('Breadcrumbs/Breadcrumbs', 'home alone'), 'li')).toEqual(['Trang chủ']);
  });
});

test('BrocadeBand is drawn with its own pattern and says nothing', async () => {
  const html = await shown('BrocadeBand/BrocadeBand', 'the band');
  expect(html).toContain('<pattern id="band"');
  expect(html).toContain('fill="url(#band)"');
  expect(html).toMatch(/^<svg class="brocade"[^>]* aria-hidden="true"/);
});

describe('CallBar', () => {
  test('calls two numbers by name and leaves without a trace in the referrer', async () => {
    const html = await shown('CallBar/CallBar', 'two emergency numbers');
    expect(attributes(html, 'href')).toEqual(['tel:111', 'tel:113', exitUrl]);
    expect(attributes(html, 'aria-label').slice(1)).toEqual([
      'Gọi 111, Tổng đài quốc gia về phòng, chống mua bán người',
      'Gọi 113, Công an – cảnh sát phản ứng nhanh',
    ]);
    expect(texts(html, 'a')).toEqual(['Gọi 111', 'Gọi 113', 'Thoát nhanh']);
    expect(html).toMatch(/<a class="exit"[^>]* rel="nofollow noreferrer"/);
    expect(html).toMatch(/<p class="exit-status" role="status" data-leaving="[^"]+"><\/p>/);
  });
});

describe('Cite', () => {
  test('has every text ready to be selected, in its form, and its button away until a script wakes it', async () => {
    const html = await shown('Cite/Cite', 'every form');
    expect(attributes(html, 'data-form')).toEqual(['plain', 'vi', 'apa', 'bibtex', 'ris', 'csl', 'plain']);
    expect(html.match(/<details open>/g)).toHaveLength(2);
    expect(
      html.match(
        /<button type="button" hidden data-copy data-done="Đã chép" data-selected="Đã chọn, hãy chép">Sao chép<\/button>/g,
      ),
    ).toHaveLength(7);
    expect(html).toContain('>TY  - DATA\nUR  - https://');
    expect(html).toContain('<p role="status" data-copy-status></p>');
  });

  test('prints markup as text', async () => {
    expect(await shown('Cite/Cite', 'every form')).not.toContain('<iframe');
    const html = await shown('Cite/Cite', 'hostile text');
    expect(html).not.toMatch(/<(?:img|script>)/);
    expect(texts(html, 'pre')).toEqual([hostile]);
  });
});

describe('ConferenceCard', () => {
  test('has its day in figures and for machines', async () => {
    const html = await shown('ConferenceCard/ConferenceCard', 'on the home page');
    expect(html).toContain('datetime="2023-07-21"');
    expect(texts(html, 'time')).toEqual(['21/7 2023']);
    expect(html).toContain('<h3 class="title"><a href="/hoi-nghi/hoi-nghi-2023-07-21/" class="stretched-link">');
    expect(texts(await shown('ConferenceCard/ConferenceCard', 'in the list of conferences'), 'h2')).toHaveLength(1);
  });
});

describe('DangerSign', () => {
  test('is filled in force, an outline once expired, heavier for extreme danger, and silent', async () => {
    const sign = (name: string) => shown('DangerSign/DangerSign', name);
    expect(await sign('alert in force')).toMatch(
      /^<svg class="danger-sign filled" viewBox="0 0 64 58" width="56" height="51" aria-hidden="true"/,
    );
    expect(await sign('expired alert')).toMatch(/^<svg class="danger-sign outline"/);
    expect(attributes(await sign('alert in force'), 'stroke-width')[0]).toBe('5');
    expect(attributes(await sign('extreme alert'), 'stroke-width')[0]).toBe('8');
  });
});

test('Details is closed, and opens without a script', async () => {
  const html = await shown('Details/Details', 'short summary');
  expect(html).toMatch(/^<details class="unfold"> ?<summary>Luật nói gì\?<\/summary>/);
  expect(texts(html, 'li')).toEqual(['Điều 150', 'Điều 151']);
});

describe('DoDont', () => {
  test('says which side is which in words', async () => {
    expect(textOf(await shown('DoDont/Do', 'a list'))).toBe(
      'Nên làm Gọi lại số đã biết. Kể ngay với bố mẹ hoặc thầy cô.',
    );
    expect(textOf(await shown('DoDont/Dont', 'a list'))).toBe('Không nên làm Chuyển tiền. Giữ bí mật với gia đình.');
    expect(textOf(await shown('DoDont/Dont', 'English interface'))).toMatch(/^Do not /);
    expect(texts(await shown('DoDont/DoDont', 'two sides'), 'ul')).toHaveLength(2);
  });
});

test('Downloads names every file and has it saved', async () => {
  expect(await shown('Downloads/Downloads', 'files of an indicator')).toMatch(
    /<li><a href="\/du-lieu\/so-vu-mua-ban-nguoi\.csv" download>CSV \(Excel, LibreOffice\)<\/a><\/li><li><a href="\/du-lieu\/so-vu-mua-ban-nguoi\.zip" download>Gói dữ liệu \(ZIP\)<\/a><\/li>/,
  );
});

describe('EntryMeta', () => {
  const items = async (name: string) => texts(await shown('EntryMeta/EntryMeta', name), 'li');

  test('writes days and months as Vietnamese does', async () => {
    expect(await items('every date')).toEqual([
      'Đăng: 23/11/2026',
      'Cập nhật: 1/12/2026',
      'Đã kiểm tra: tháng 3/2026',
      'Đọc khoảng 4 phút',
    ]);
    expect(await items('checked in a year')).toEqual(['Đã kiểm tra: năm 2026']);
    expect(attributes(await shown('EntryMeta/EntryMeta', 'every date'), 'datetime')).toEqual([
      '2026-11-23',
      '2026-12-01',
      '2026-03',
    ]);
  });

  test('leaves out what is not known', async () => {
    expect(await items('never updated')).toEqual(['Đăng: 23/11/2026', 'Đã kiểm tra: 9/3/2026', 'Đọc khoảng 1 phút']);
    expect(await items('a page about the site')).toEqual(['Cập nhật: 23/11/2026']);
  });

  test('speaks English where asked', async () => {
    expect(await items('English interface')).toEqual([
      'Published: 23 November 2026',
      'Updated: 1 December 2026',
      'Checked: March 2026',
      'About 4 minutes to read',
    ]);
  });
});

describe('Facets', () => {
  const facets = (name: string) => shown('Facets/Facets', name);

  test('offer every value with its count as a page of its own', async () => {
    const html = await facets('nothing chosen');
    const values = [
      methodNames['gia-danh-co-quan'],
      methodNames['viec-lam'],
      channelNames['cuoc-goi'],
      channelNames['goi-video'],
      channelNames['tin-nhan'],
      audienceNames['nguoi-cao-tuoi'],
    ];
    expect(texts(html, 'a')).toEqual([5, 1, 12, 3, 8, 6].map((count, index) => `${values[index]!.vi} (${count})`));
    expect(attributes(html, 'href').slice(0, 3)).toEqual([
      '/canh-bao/thu-doan/gia-danh-co-quan/',
      '/canh-bao/thu-doan/viec-lam/',
      '/canh-bao/kenh/cuoc-goi/',
    ]);
    expect(html).toContain('data-facet="kenh" data-value="goi-video"');
    expect(html).not.toContain('aria-current');
    expect(html).not.toMatch(/<details[^>]* open/);
    expect(html).not.toContain('Tất cả');
  });

  test('mark the one choice, stand open and offer the way back', async () => {
    const html = await facets('one choice');
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
    expect(html).toMatch(/data-value="goi-video" aria-current="true">Gọi video/);
    expect(html).toMatch(/^<details[^>]* open/);
    expect(html.match(/<a href="\/canh-bao\/">Tất cả<\/a>/g)).toHaveLength(1);
  });

  test('have a place for the script to report to', async () => {
    const html = await facets('an empty list');
    expect(html).toMatch(/<p class="none" data-facets-none hidden>/);
    expect(html).toMatch(/<p class="status" role="status" data-facets-status data-unit="mục"><\/p>/);
  });
});

const valueTexts: Record<string, string> = {
  'exact count': '3 vụ',
  over: 'trên 443.000 người tham gia',
  'about (made up)': 'khoảng 8.500 vụ',
  'fall against another period': 'giảm 9,25%',
  'rise that is not exact (made up)': 'tăng trên 12,5%',
  'billions of đồng': 'trên 6.000 tỷ đồng (ước tính)',
  'millions of đồng (made up)': '763 triệu đồng (ước tính)',
  'share in per cent': '0,18%',
  'range (made up)': '8.000–10.000 tỷ đồng (ước tính)',
  'part of a whole (made up)': '341/360 vụ',
  'multiple (made up)': 'gấp 1,5 lần',
  'missing (made up)': 'không có số liệu',
  'break in series (made up)': '0,18% (đã đổi cách đếm)',
  'provisional, beside another (made up)': '4 vụ (tạm tính)',
  'running total (made up)': '3 vụ',
};

describe('figures', () => {
  test.each(allFigures)('$name is written in full wherever it stands', async ({ name, figure }) => {
    const wanted = valueTexts[name]!;
    expect(textOf(await shown('FigureValue/FigureValue', name))).toBe(wanted);
    expect(textOf(/<p class="value">.*?<\/p>/s.exec(await shown('FigureCard/FigureCard', name))![0])).toBe(wanted);
    expect(texts(await shown('FigureTable/FigureTable', 'of a conference'), 'td').join('|')).toContain(wanted);
    expect(await shown('FigureValue/FigureValue', name)).toContain(
      `href="/so-lieu/${figure.indicatorId}/${figure.releaseId}/"`,
    );
  });

  test('FigureValue never breaks between number and unit, and can be a sentence', async () => {
    const value = (name: string) => shown('FigureValue/FigureValue', name);
    expect(await value('over')).toMatch(/^<a class="figure-value"[^>]*>trên\u00a0443\.000\u00a0người tham gia<\/a>$/);
    expect(textOf(await value('without its unit'))).toBe('trên 443.000');
    expect(textOf(await value('as a sentence'))).toBe(
      'Số người tham gia các buổi tuyên truyền, tỉnh Cao Bằng, 6 tháng đầu năm 2023: trên 443.000 người tham gia (Ban Chỉ đạo 138 tỉnh Cao Bằng, dẫn qua Vietnam.vn, bản đăng lại).',
    );
    expect(textOf(await value('a change as a sentence'))).toBe(
      'Phạm pháp hình sự, tỉnh Cao Bằng, 6 tháng đầu năm 2023: giảm 9,25% so với 6 tháng đầu năm 2022 (Ban Chỉ đạo 138 tỉnh Cao Bằng, dẫn qua Vietnam.vn, bản đăng lại).',
    );
    expect(textOf(await value('English interface'))).toContain('down 9.25% against first 6 months of 2022');
  });

  test('FigureCard sets qualifier, number and unit apart and keeps the caveat beside them', async () => {
    const html = await shown('FigureCard/FigureCard', 'over');
    expect(html).toMatch(
      /<span class="qualifier">trên ?<\/span><span class="number">443\.000<\/span><span class="unit"> ?người tham gia<\/span>/,
    );
    expect(texts(html, 'p').slice(2)).toEqual([
      'Tỉnh Cao Bằng, 6 tháng đầu năm 2023',
      expect.stringMatching(/^Nhiều khả năng là số lượt dự/),
      'Ban Chỉ đạo 138 tỉnh Cao Bằng, dẫn qua Vietnam.vn, bản đăng lại, 21/7/2023',
    ]);
    expect(attributes(html, 'href')).toEqual([
      '/so-lieu/so-nguoi-tham-gia-tuyen-truyen/cao-bang-6-thang-dau-nam-2023/',
    ]);
  });

  test('FigureTable has a named column for every kind of cell and a linked head for every row', async () => {
    const html = await shown('FigureTable/FigureTable', 'every column, long caption');
    expect(texts(html, 'caption')).toEqual([longTitle]);
    expect(texts(/<thead>.*<\/thead>/s.exec(html)![0], 'th')).toEqual(['Chỉ tiêu', 'Kỳ', 'Giá trị', 'Nơi', 'Nguồn']);
    expect(html.match(/<th scope="row"><a href="\/so-lieu\//g)).toHaveLength(allFigures.length);
    expect(html).toMatch(
      new RegExp(`^<section class="figure-table" data-figures tabindex="0" aria-label="${longTitle}">`),
    );
  });

  test('FigureTable of one indicator is led by its periods', async () => {
    const html = await shown('FigureTable/FigureTable', 'of an indicator');
    expect(texts(html, 'th')).toEqual(['Kỳ', 'Giá trị', 'Nơi', 'Nguồn', 'năm 2025', 'năm 2024']);
    const by = 'Hiệp hội An ninh mạng quốc gia, dẫn qua VnEconomy';
    expect(texts(html, 'td')).toEqual(['0,18%', 'Cả nước', by, '0,45%', 'Cả nước', by]);
    expect(html).toContain('href="/nguon/#vneconomy-mao-danh-cong-an-2025"');
  });

  test('FigureTable keeps a caption that is not seen', async () => {
    const html = await shown('FigureTable/FigureTable', 'caption said by a heading');
    expect(html).toMatch(/<caption class="[^"]+">Số liệu: Cao Bằng<\/caption>/);
    expect(html).not.toMatch(/<caption[^>]* hidden(?:[ >=])/);
  });

  test('FigureChart says in words what it draws, and gives the drawing its data', async () => {
    const html = await shown('FigureChart/FigureChart', 'two exact values');
    expect(texts(html, 'p')).toEqual(['Cả nước: 0,45% (năm 2024), 0,18% (năm 2025): giảm 0,27 điểm phần trăm.']);
    const data: unknown = JSON.parse(attributes(html, 'data-chart')[0]!.replaceAll('&quot;', '"'));
    expect(data).toEqual({
      labels: ['năm 2024', 'năm 2025'],
      values: [0.45, 0.18],
      texts: ['0,45%', '0,18%'],
      exact: [true, true],
      ticks: ['năm 2024', 'năm 2025'],
    });
    expect(attributes(html, 'aria-label')[1]).toBe(
      'Tỷ lệ người trả lời khảo sát cho biết bị lừa đảo trực tuyến, 12 tháng mỗi kỳ: năm 2024 0,45%; năm 2025 0,18%',
    );
    expect(html).toContain('<div class="canvas" hidden>');
  });

  test('FigureChart does not make a rough value exact', async () => {
    const html = await shown('FigureChart/FigureChart', 'a value that is about (made up)');
    expect(texts(html, 'p')[0]).toBe(
      'Cả nước: 0,45% (năm 2024), khoảng 0,18% (năm 2025): giảm khoảng 0,27 điểm phần trăm.',
    );
    expect(attributes(html, 'data-chart')[0]).toContain('&quot;exact&quot;:[true,false]');
    const bars = (name: string) =>
      shown('FigureChart/FigureChart', name).then((one) =>
        one.match(/<rect [^>]*>/g)!.map((bar) => bar.includes('stroke-dasharray')),
      );
    expect(await bars('a value that is about (made up)')).toEqual([false, true]);
    expect(await bars('two exact values')).toEqual([false, false]);
  });

  test('FigureChart is drawn without a script, with every value and period in words', async () => {
    const drawing = /<svg .*<\/svg>/s.exec(await shown('FigureChart/FigureChart', 'two exact values'))![0];
    expect(texts(drawing, 'text')).toEqual(expect.arrayContaining(['0,45%', 'năm 2024', '0,18%', 'năm 2025']));
    expect(drawing).toMatch(/^<svg [^>]*role="img" aria-label="Tỷ lệ người trả lời/);
  });

  test('FigureChart draws no bar where a value is missing, a range between its ends, and marks a break', async () => {
    const html = await shown('FigureChart/FigureChart', 'missing, range and break (made up)');
    const data = JSON.parse(attributes(html, 'data-chart')[0]!.replaceAll('&quot;', '"')) as {
      values: unknown;
      ticks: unknown;
    };
    expect(data.values).toEqual([0.45, null, [0.2, 0.3], 0.18]);
    expect(data.ticks).toEqual([
      'năm 2022',
      ['năm 2023', 'không có số liệu'],
      'năm 2024',
      ['năm 2025', 'đã đổi cách đếm'],
    ]);
    const drawing = /<svg .*<\/svg>/s.exec(html)![0];
    const bars = [...drawing.matchAll(/<rect [^>]*y="([\d.]+)"[^>]*height="([\d.]+)"/g)].map(([, y, height]) => [
      Number(y),
      Number(height),
    ]);
    expect(bars).toHaveLength(3);
    const foot = bars[0]![0]! + bars[0]![1]!;
    expect(bars[1]![0]! + bars[1]![1]!).toBeLessThan(foot);
    expect(bars[2]![0]! + bars[2]![1]!).toBeCloseTo(foot, 0);
    expect(texts(drawing, 'text')).toEqual(expect.arrayContaining(['không có số liệu', '0,2–0,3%', 'đã đổi cách đếm']));
    expect(drawing.match(/stroke-dasharray="2 5"/g)).toHaveLength(1);
    expect(texts(html, 'p')[0]).toContain('0,18% (đã đổi cách đếm) (năm 2025): không so được với nhau.');
  });

  test('FigureTable tells that another document gives another value', async () => {
    const html = await shown('FigureTable/FigureTable', 'every column, long caption');
    expect(texts(html, 'td').join('|')).toMatch(
      /4 vụ \(tạm tính\)\s*Trang nêu đầu một số khác: Số kia là số báo cáo tại hội nghị\./,
    );
    expect(html).toContain('lũy kế từ tháng 2/2020 đến ngày 13/1/2021');
  });

  test('FigureChart prints hostile text as text', async () => {
    const html = await shown('FigureChart/FigureChart', 'hostile title');
    expect(texts(html, 'h2')).toEqual([hostile]);
    expect(html.replace(/="[^"]*"/g, '')).not.toMatch(/<(?:img|script>)/);
  });
});

describe('Footer', () => {
  test('has the numbers, the pages about the site and the word that it is a trial', async () => {
    const html = await shown('Footer/Footer', 'two emergency numbers');
    expect(attributes(html, 'href')).toEqual([
      'tel:111',
      'tel:113',
      '/can-giup-do/',
      '/tu-kiem-tra/',
      '/duong-day-nong/',
      '/thuat-ngu/',
      '/luu-tren-may/',
      '/nguon/',
      '/dinh-chinh/',
      '/theo-doi/',
      '/gioi-thieu/',
      '/kha-nang-tiep-can/',
      '/quyen-rieng-tu/',
      '/bien-tap/',
    ]);
    expect(texts(html, 'a')[0]).toBe('111 Tổng đài quốc gia về phòng, chống mua bán người');
    expect(texts(html, 'p')[0]).toContain('Bản thử nghiệm, chưa phải kênh chính thức.');
  });
});

describe('Doors', () => {
  test('leads to each situation, the first for people in danger', async () => {
    const html = await shown('Situations/Doors', 'two doors');
    expect(attributes(html, 'href')).toEqual(['/can-giup-do/#bi-giu', '/can-giup-do/#vua-chuyen-tien']);
    expect(html.match(/class="danger"/g)).toHaveLength(1);
  });
});

describe('Situation', () => {
  test('shows its number before its steps, and still answers to its former fragment', async () => {
    const html = await shown('Situations/Situation', 'a number');
    expect(attributes(html, 'href')[0]).toBe('tel:113');
    expect(html.indexOf('tel:113')).toBeLessThan(html.indexOf('<ol'));
    expect(attributes(html, 'id')).toEqual(['bi-giu', 'toi']);
  });

  test('leads to the bank where money was lost', async () => {
    expect(attributes(await shown('Situations/Situation', 'the bank'), 'href')[0]).toBe('/goi-ngan-hang/');
  });
});

describe('BankList', () => {
  test('prints proven numbers to tap, and of other banks where their number is', async () => {
    const html = await shown('BankList/BankList', 'one with numbers, one without');
    expect(attributes(html, 'href')).toEqual(['tel:19001234', 'tel:+842412345678']);
    expect(texts(html, 'small')).toContain('Xem số ở mặt sau thẻ hoặc trong ứng dụng');
  });
});

describe('NumbersSheet', () => {
  test('is one sheet, or four cards of which a screen reader hears one', async () => {
    expect((await shown('NumbersSheet/NumbersSheet', 'one sheet')).match(/class="copy"/g)).toHaveLength(1);
    const cards = await shown('NumbersSheet/NumbersSheet', 'four cards');
    expect(cards.match(/class="copy"/g)).toHaveLength(4);
    expect(cards.match(/aria-hidden="true"[^>]*class="copy"|class="copy"[^>]*aria-hidden="true"/g)).toHaveLength(3);
  });
});

describe('EmergencyCalls', () => {
  test('shows the numbers, each with when to call it', async () => {
    const html = await shown('EmergencyCalls/EmergencyCalls', 'two numbers');
    expect(attributes(html, 'href')).toEqual(['tel:111', 'tel:113']);
    expect(texts(html, 'h2')).toEqual(['Gọi khẩn cấp']);
  });
});

describe('HotlineGrid', () => {
  test('shows every number, each to be called', async () => {
    const html = await shown('HotlineCard/HotlineGrid', 'two short numbers and a long one');
    expect(attributes(html, 'href')).toEqual(['tel:111', 'tel:113', 'tel:+84981848484']);
  });
});

describe('HotlineList', () => {
  test('says of every number who answers, what it is not for, what it costs and when it was checked', async () => {
    const html = await shown('HotlineList/HotlineList', 'several numbers');
    expect(texts(html, 'h2')).toHaveLength(4);
    expect(texts(html, 'dt').slice(0, 4)).toEqual(['Giờ', 'Cước', 'Từ nước ngoài', 'Kiểm tra']);
    expect(texts(html, 'dd').slice(0, 4)).toEqual([
      'Ngày đêm, mọi ngày',
      'Miễn phí',
      'Chưa rõ có gọi được',
      'tháng 3/2026, đối chiếu với tài liệu công khai',
    ]);
    expect(texts(await shown('HotlineList/HotlineList', 'one that was called (made up)'), 'dd').at(-1)).toBe(
      'tháng 3/2026, đã gọi thử',
    );
  });

  test('says the same in English', async () => {
    const html = await shown('HotlineList/HotlineList', 'English interface');
    expect(texts(html, 'dd').slice(0, 4)).toEqual([
      'Day and night, every day',
      'Free',
      'Not verified',
      'March 2026, against public documents',
    ]);
    expect(texts(html, 'p').join(' ')).toContain('It is not a rescue team.');
  });
});

test('CachedPageList is away until a script has found pages', async () => {
  expect(await shown('CachedPageList/CachedPageList', 'before the script')).toMatch(
    /^<details class="cached-pages no-print" data-cached-pages="\/luu-tren-may\/goi\.json" hidden>/,
  );
});

test('KeyPoints has its own title unless it is given another', async () => {
  expect(texts(await shown('KeyPoints/KeyPoints', 'of an article'), 'h2')).toEqual(['Trong 30 giây']);
  expect(texts(await shown('KeyPoints/KeyPoints', 'of an alert'), 'h2')).toEqual(['Trong 30 giây: dấu hiệu nhận ra']);
  expect(texts(await shown('KeyPoints/KeyPoints', 'of an article'), 'li')).toHaveLength(2);
});

describe('Masthead', () => {
  const masthead = (name: string) => shown('Masthead/Masthead', name);

  test('marks the section of the page', async () => {
    expect(await masthead('on the home page')).not.toContain('aria-current');
    expect(await masthead('on the page of a section')).toContain(
      '<a href="/canh-bao/" aria-current="page">Cảnh báo lừa đảo</a>',
    );
    const below = await masthead('below a section');
    expect(below).toContain('<a href="/so-lieu/" aria-current="true">Số liệu</a>');
    expect(attributes(below, 'aria-current')).toHaveLength(1);
  });

  test('puts help first, and a search box unless the page has its own', async () => {
    const html = await masthead('on the page of a section');
    // The menu of a phone, then the row of a wide screen.
    const [menu = '', row = ''] = html.split('<nav').slice(1);
    for (const list of [menu, row]) expect(texts(list, 'li')[0]).toBe('Cần giúp đỡ');
    const sections = ['/canh-bao/', '/bai-viet/', '/so-lieu/', '/hoi-nghi/', '/en/alerts/'];
    expect(attributes(row, 'href')).toEqual(['/can-giup-do/', ...sections]);
    expect(attributes(menu, 'href')).toEqual([
      '/can-giup-do/',
      '/duong-day-nong/',
      '/goi-ngan-hang/',
      '/luu-tren-may/#xoa',
      '/in-va-phat/',
      '/tu-kiem-tra/',
      ...sections,
    ]);
    expect(html).toContain('role="search"');
    expect(await masthead('on the home page')).not.toContain('role="search"');
  });
});

describe('Masthead, between languages', () => {
  const switchOf = async (name: string) =>
    /<a href="([^"]*)" lang="([a-z]+)" hreflang="([a-z]+)">/.exec(await shown('Masthead/Masthead', name))!.slice(1);

  test('leads to the same page, or to the home of the language', async () => {
    expect(await switchOf('on the page of a section')).toEqual(['/en/alerts/', 'en', 'en']);
    expect(await switchOf('below a section')).toEqual(['/en/', 'en', 'en']);
    expect(await switchOf('English, on an alert')).toEqual(['/canh-bao/bat-coc-online/', 'vi', 'vi']);
  });

  test('a translation names only sections that it has', async () => {
    const html = await shown('Masthead/Masthead', 'English, on an alert');
    const [menu = '', row = ''] = html.split('<nav').slice(1);
    expect(texts(row, 'li')).toEqual(['Get help', 'Scam alerts', 'Articles', 'Figures', 'Tiếng Việt']);
    expect(texts(menu, 'li').slice(0, 3)).toEqual(['Get help', 'Numbers to call', 'Call your bank now']);
    expect(html).toContain('action="/en/search/"');
    expect(html).toContain('<a href="/en/alerts/" aria-current="true">Scam alerts</a>');
  });
});

describe('SelfCheck', () => {
  const check = (name: string) => shown('SelfCheck/SelfCheck', name);

  test('names every answer by its question, and cannot be sent', async () => {
    const html = await check('five questions, two numbers');
    expect(attributes(html, 'type')).toEqual(['submit', ...Array<string>(15).fill('radio'), 'reset']);
    expect(html).toMatch(/^<form class="self-check" autocomplete="off"><button type="submit" disabled hidden>/);
    expect(html).not.toMatch(/ action=| method=/);
    for (const label of attributes(html, 'aria-labelledby').slice(0, 15))
      for (const id of label.split(' ')) expect(html).toContain(`id="${id}"`);
    expect(new Set(attributes(html, 'name')).size).toBe(5);
  });

  test('knows how many questions there are', async () => {
    expect(await check('five questions, two numbers')).toContain('class="result of-5"');
    expect(await check('seven questions, one long number')).toContain('class="result of-7"');
  });

  test('prints hostile text as text', async () => {
    expect((await check('hostile text')).replace(/="[^"]*"/g, '')).not.toMatch(/<(?:img|script)>/);
  });
});

describe('Pager', () => {
  const pager = (name: string) => shown('Pager/Pager', name);

  test('says which way each link leads, for people and for machines', async () => {
    const html = await pager('both ways');
    expect(html).toMatch(/<a rel="prev" href="\/canh-bao\/bat-coc-online\/"><span>‹ Trước<\/span>/);
    expect(html).toMatch(/<a rel="next" class="next" href="\/canh-bao\/cong-tac-vien-online\/"><span>Sau ›<\/span>/);
  });

  test('has one link at either end and is absent where there is nothing to turn to', async () => {
    expect(attributes(await pager('the first entry'), 'rel')).toEqual(['next']);
    expect(attributes(await pager('the last entry'), 'rel')).toEqual(['prev']);
    expect(await pager('the only entry')).toBe('');
  });
});

test('Prose puts nothing around its text but itself', async () => {
  expect(await shown('Prose/Prose', 'every element of a body')).toMatch(
    /^<div class="prose"><p>Ai cũng mong .*<\/table><\/div><\/div>$/s,
  );
});

describe('Quote', () => {
  const quote = (name: string) => shown('Quote/Quote', name);

  test('stands between quotation marks, in its language, with a source that can be found', async () => {
    const html = await quote('of a law with a number');
    expect(html).toContain(
      '<blockquote lang="vi"><p>“bằng cách dùng vũ lực, đe dọa dùng vũ lực, lừa gạt hoặc thủ đoạn khác”</p></blockquote>',
    );
    expect(texts(html, 'figcaption')).toEqual([
      'Nguồn: Luật Phòng, chống mua bán người (53/2024/QH15), Quốc hội, 28/11/2024.',
    ]);
    expect(attributes(html, 'href')).toEqual(['/nguon/#luat-53-2024']);
  });

  test('says no date and no number that the source does not have', async () => {
    expect(texts(await quote('of a source without a date'), 'figcaption')[0]).toBe(
      'Nguồn: Năm 2025, thiệt hại do lừa đảo trực tuyến ở Việt Nam ước tính trên 6.000 tỷ đồng, Báo Sài Gòn Giải Phóng.',
    );
  });
});

describe('Related', () => {
  test('lists titles, and summaries where there are any', async () => {
    const html = await shown('Related/Related', 'with and without a summary');
    expect(texts(html, 'h2')).toEqual(['Xem thêm']);
    expect(texts(html, 'a')).toEqual(['Có người gọi đòi tiền chuộc người thân, làm gì trước', longTitle]);
    expect(texts(html, 'p')).toEqual(['Việc cần làm trước khi chuyển tiền.']);
    expect(texts(await shown('Related/Related', 'with a title of its own'), 'h2')).toEqual(['Bài cùng chủ đề']);
  });

  test('is absent where nothing is related', async () => {
    expect(await shown('Related/Related', 'nothing related')).toBe('');
  });
});

describe('SearchBox', () => {
  const box = (name: string) => shown('SearchBox/SearchBox', name);

  test('is a form that its script must show, with no field that a submission could carry', async () => {
    const html = await box('with what was searched');
    expect(html).toMatch(/^<form class="search no-print paper" action="\/tim-kiem\/" role="search" hidden>/);
    expect(html).toContain('<label for="search">Tìm trên trang</label>');
    expect(html).toMatch(/<input id="search" data-field="q" type="search" value="lừa đảo qua điện thoại"/);
    expect(html).not.toMatch(/ name=/);
  });

  test('shows an example of a search on paper only', async () => {
    expect(await box('on paper')).toContain('placeholder="Ví dụ: lừa đảo, việc nhẹ lương cao"');
    expect(await box('on the masthead')).not.toContain('placeholder');
  });

  test('prints hostile text as text', async () => {
    const html = await box('with hostile text');
    // Up to its next quotation mark, which none within it may be, the attribute says what was searched.
    expect(unescaped(/ value="([^"]*)" autocomplete=/.exec(html)![1]!)).toBe(hostile);
  });
});

test('Sources lists title, number, publisher and date, as far as there are any', async () => {
  const html = await shown('Sources/Sources', 'with and without number and date');
  expect(texts(html, 'li')).toEqual([
    'Luật Phòng, chống mua bán người (53/2024/QH15). Quốc hội, 28/11/2024.',
    'Bài tường thuật hội nghị sơ kết công tác phòng, chống tội phạm 6 tháng đầu năm 2023 của tỉnh Cao Bằng. Vietnam.vn, bản đăng lại, 21/7/2023.',
    'Năm 2025, thiệt hại do lừa đảo trực tuyến ở Việt Nam ước tính trên 6.000 tỷ đồng. Báo Sài Gòn Giải Phóng.',
  ]);
  expect(attributes(html, 'href')).toEqual([
    '/nguon/#luat-53-2024',
    '/nguon/#bao-cao-hoi-nghi-2023-07-21',
    '/nguon/#sggp-khao-sat-lua-dao-2025',
  ]);
});

test('Steps keeps its list', async () => {
  expect(texts(await shown('Steps/Steps', 'three steps'), 'li')).toEqual(['Dừng lại.', 'Kiểm tra.', 'Báo ngay.']);
});

describe('HotlineCard', () => {
  const stone = (name: string) => shown('HotlineCard/HotlineCard', name);

  test.each([
    ['short number in a row', 'tel:111', '111', 'Chống mua bán người Gọi 111'],
    ['short number with a line of its own', 'tel:113', '113', 'Công an Gọi 113'],
    ['long number', 'tel:1900969680', '1900 96 96 80', 'Ngôi nhà Bình yên Gọi 1900 96 96 80'],
    [
      'long number from abroad',
      'tel:+84981848484',
      '+84 981 84 84 84',
      'Giúp người Việt ở nước ngoài Gọi +84 981 84 84 84',
    ],
    ['text only (made up)', 'sms:113', '113', 'Công an Nhắn tin tới 113'],
    ['call or text (made up)', 'tel:113', '113', 'Công an Gọi hoặc nhắn tin tới 113'],
    ['English interface', 'tel:+84981848484', '+84 981 84 84 84', 'Vietnamese citizens abroad Call +84 981 84 84 84'],
  ])('%s is one link to %s that reads %s', async (name, address, digits, words) => {
    const html = await stone(name);
    expect(attributes(html, 'href')).toEqual([address]);
    expect(texts(html, 'a')).toEqual([words]);
    expect(textOf(/<span class="digits[^"]*">.*?<\/span>/.exec(html)![0])).toBe(digits);
  });

  test('sets a long number smaller and lets its stone be wide', async () => {
    for (const name of ['long number', 'long number from abroad']) {
      const html = await stone(name);
      expect(html).toMatch(/^<div class="stone row wide">/);
      expect(html).toContain('<span class="digits long">');
    }
    expect(await stone('short number with a line of its own')).toMatch(
      /^<div class="stone row">.*<span class="digits">/s,
    );
  });

  test('says cost and hours, or the line it is given', async () => {
    expect(texts(await stone('short number in a row'), 'p')).toEqual(['Miễn phí · Ngày đêm, mọi ngày']);
    expect(texts(await stone('short number with a line of its own'), 'p')[0]).toBe(
      'Có người đang bị đe dọa, bị giữ. Gặp công an ngay.',
    );
  });
});

describe('HotlineLink', () => {
  test.each([
    ['short number', 'tel:111', 'Gọi 111, Tổng đài quốc gia về phòng, chống mua bán người', '111'],
    [
      'long number',
      'tel:+84981848484',
      'Gọi +84 981 84 84 84, Tổng đài bảo hộ công dân, Bộ Ngoại giao',
      '+84 981 84 84 84',
    ],
    ['text only (made up)', 'sms:113', 'Nhắn tin tới 113, Công an – cảnh sát phản ứng nhanh', '113'],
    ['English interface', 'tel:1900969680', 'Call 1900 96 96 80, Peace House', '1900 96 96 80'],
  ])('%s leads to %s and is named “%s”', async (name, address, label, words) => {
    expect(await shown('HotlineCard/HotlineLink', name)).toBe(
      `<a class="hotline-link" href="${address}" aria-label="${label}">${words}</a>`,
    );
  });
});

test('Term leads to the glossary', async () => {
  expect(await shown('Term/Term', 'an abbreviation')).toBe(
    '<a class="term" href="/thuat-ngu/#bcd-138" title="Ban Chỉ đạo 138">BCĐ 138</a>',
  );
});

describe('ThreeVerbs', () => {
  test('are the same three in the same order', async () => {
    const html = await shown('ThreeVerbs/ThreeVerbs', 'of an alert');
    expect(texts(html, 'h2')).toEqual(['Ba việc cần làm ngay']);
    expect(texts(html, 'strong')).toEqual(['Dừng lại', 'Kiểm tra', 'Báo ngay']);
    expect(texts(html, 'li')[2]).toBe('3 Báo ngay Gọi 111 hoặc 113, hoặc đến công an nơi gần nhất.');
    expect(texts(await shown('ThreeVerbs/ThreeVerbs', 'on the home page'), 'h2')).toEqual([
      'Gặp chuyện lạ, làm ba việc',
    ]);
  });
});

describe('Timeline', () => {
  test('runs in the order in which campaigns began, however they are written', async () => {
    const html = await shown('Timeline/Timeline', 'written in another order than they began');
    expect(texts(html, 'li')).toEqual([
      'giai đoạn 2023–2024 Năm hành động phòng, chống mua bán người 2023 – 2024 Báo cáo chỉ ghi năm 2023 – 2024, không ghi ngày.',
      'quý III/2023 Đợt cao điểm tuyên truyền, tấn công, trấn áp tội phạm mua bán người',
    ]);
  });

  test('has nothing to say of no campaign', async () => {
    expect(texts(await shown('Timeline/Timeline', 'no campaign'), 'li')).toEqual([]);
  });
});

test('TranslatedSummary leads to the Vietnamese text and says that it is Vietnamese', async () => {
  const html = await shown('TranslatedSummary/TranslatedSummary', 'of an alert');
  expect(texts(html, 'p')[1]).toMatch(/^The full text is in Vietnamese\. “Bắt cóc online”/);
  expect(html).toMatch(/<a href="\/canh-bao\/bat-coc-online\/" hreflang="vi" lang="vi">/);
});

test('TrialStrip says that the site is a trial and how to know the genuine one', async () => {
  expect(await shown('TrialStrip/TrialStrip', 'on every page')).toBe(
    '<p class="trial" data-trial><strong>Bản thử nghiệm, chưa phải kênh chính thức.</strong> <a href="/gioi-thieu/">Vì sao?</a></p>',
  );
});

test('Warning has the sign beside its title, which says what the sign does not', async () => {
  const html = await shown('Warning/Warning', 'a paragraph');
  expect(html).toMatch(/^<div class="warning" role="note"> ?<p class="title"><svg class="danger-sign filled"/);
  expect(textOf(html)).toBe('Không đi một mình Hãy nói với người nhà nơi bạn đến.');
});

test('DeviceDataNotice says what stays and what does not, with its button away until a script wakes it', async () => {
  const html = await shown('DeviceDataNotice/DeviceDataNotice', 'on the page about keeping pages');
  expect(html).toMatch(/<button type="button" data-clear-device data-done="[^"]+" data-failed="[^"]+" hidden>/);
  expect(texts(html, 'p').join(' ')).toMatch(/lịch sử trình duyệt.*60 trang.*30 ngày.*Thoát nhanh/);
  const english = await shown('DeviceDataNotice/DeviceDataNotice', 'English interface');
  expect(texts(english, 'h2')).toEqual(['Delete traces on the device']);
  expect(attributes(english, 'href')).toEqual(['/quyen-rieng-tu/#cach-xoa-lich-su', '/luu-tren-may/']);
  expect(texts(await shown('DeviceDataNotice/DeviceDataNotice', 'elsewhere, below a heading'), 'h3')).toHaveLength(1);
});
