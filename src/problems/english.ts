/** Messages in English, for developers and services. Editors read the Vietnamese ones. */
import type { Detail, Message, ProblemCode } from './vietnamese.ts';

/** Translations of Vietnamese phrases that checks pass as details. */
const phrases: Record<string, string> = {
  chữ: 'text',
  'số (dấu chấm cho phần thập phân, không có dấu ngăn hàng nghìn)':
    'a number (a point for decimals, nothing between thousands)',
  'số nguyên': 'a whole number',
  'true hoặc false': 'true or false',
  'danh sách': 'a list',
  'một nhóm trường': 'a group of fields',
  'ký tự': 'characters',
  mục: 'items',
  '(giá trị)': '(value)',
  '(cả tệp)': '(the whole file)',
  '(phần nội dung)': '(the body)',
  'không phải tệp thường': 'not an ordinary file',
  'không thuộc tính nào': 'no attribute',
  'trong một câu': 'inside a sentence',
  'riêng trên dòng của nó': 'on lines of its own',
  'trong thẻ <DoDont>': 'inside <DoDont>',
  'ngoài chữ của liên kết': 'outside the words of a link',
  trống: 'empty',
  'đoạn văn, cách thẻ một dòng trống': 'paragraphs, with an empty line between them and the tag',
  'một danh sách đánh số': 'a numbered list',
  'một danh sách': 'a list',
  'một <Do> rồi một <Dont>': 'one <Do>, then one <Dont>',
  'dấu trích “>”': 'quotations with “>”',
  'Dùng <Quote of="nguồn/câu" /> để trích đúng nguyên văn.':
    'Use <Quote of="source/passage" /> to quote word for word.',
  'đường kẻ ngang': 'rules',
  'Dùng tiêu đề “##” để tách phần.': 'Part sections by “##” headings.',
  ảnh: 'images',
  'Trang không đăng ảnh; hãy tả bằng lời.': 'The site prints no images; describe it in words.',
  'liên kết viết tách': 'links by reference',
  'Viết [chữ](/địa-chỉ/).': 'Write [words](/address/).',
  'chú thích cuối trang': 'footnotes',
  'Khai báo nguồn trong “sources”.': 'Declare the source in “sources”.',
  'chữ gạch ngang': 'struck-out text',
  'Xóa phần không còn đúng.': 'Remove what is no longer true.',
  'mã HTML': 'HTML',
  'Dùng các thẻ của trang.': 'Use the tags of the site.',
  'hơn 32 lớp lồng nhau': 'more than 32 layers inside each other',
  'Viết thành đoạn văn hoặc danh sách đơn giản hơn.': 'Write simpler paragraphs or lists.',
  'Xóa đoạn này.': 'Remove this.',
  'không có số nào': 'no number',
  'số cũ của Tổng đài 111, đã chuyển sang 111': 'the former number of hotline 111',
  'số bảo hộ công dân cũ, đã bỏ': 'the former consular number, no longer in use',
  'số của tòa soạn báo, không phải nơi nhận tin báo': 'the number of a newsroom, which takes no reports',
  'số gọi lại tính cước cao mà kẻ lừa đảo dùng': 'a premium number that scammers use',
  'Mọi trang': 'Every page',
  'Lời báo lỗi của npm run check': 'Every message of npm run check',
  'Trang chủ': 'The home page',
  'Trang Cần giúp đỡ': 'The help page',
  'Trang Các số cần gọi': 'The page of hotlines',
};

/** Details with Vietnamese phrases translated. Values, names and quotations stay as they are. */
export const inEnglish = (detail: Detail): Detail =>
  Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, typeof value === 'string' ? (phrases[value] ?? value) : value]),
  );

/** “Did you mean …?” if there is a correction, else another sentence. */
const meant = (d: Detail, otherwise: string): string => (d.correct ? `Did you mean “${d.correct}”?` : otherwise);

const revisionErrors: Record<string, (d: Detail) => string> = {
  value: (d) => `the last entry leads to ${d.to}, and “value” is ${d.value}`,
  link: (d) => `one entry leads to ${d.to}, and the next begins at ${d.from}`,
  order: (d) => `the entry of ${d.date} stands after that of ${d.earlier}`,
  published: (d) => `the entry of ${d.date} is older than the publication on ${d.published}`,
};

/** Why a value cannot stand beside the one that it names as leading. */
const alternativeErrors: Record<string, string> = {
  absent: 'that release does not have this indicator',
  days: 'that release is of another place or period',
  source: 'both releases are of one document',
  chain: 'the value of that release does not lead either',
  same: 'the two values are the same',
};

/** A former or new value of a field, which may be absent. */
const englishValue = (value: string | number | undefined): string => (value === '' ? 'empty' : `“${value}”`);

export const english: Record<ProblemCode, Omit<Message, 'severity'>> = {
  'folder-missing': {
    what: (d) => `There is no content folder “${d.folder}”.`,
    fix: () => 'Check the path in CONTENT_DIR.',
  },
  'folder-unknown': {
    what: (d) => `The folder “${d.folder}” is no part of the content.`,
    fix: (d) => `Use one of these folders: ${d.allowed}.`,
  },
  'file-stray': {
    what: () => 'This file is not in the folder of a kind of content.',
    fix: (d) => `Move it into one of these folders: ${d.allowed}; or remove it.`,
  },
  'file-type': {
    what: (d) => `This folder takes .${d.expected} files only.`,
    fix: (d) => `Rename the file to .${d.expected}, or move it.`,
  },
  'file-name': {
    what: (d) => `The file name “${d.name}” cannot be an address.`,
    fix: (d) =>
      d.correct ? `Rename it to “${d.correct}”.` : 'Use lower-case letters without marks, digits and hyphens.',
  },
  'file-duplicate': {
    what: (d) => `The address “${d.other}” belongs to a page of the site.`,
    fix: () => 'Rename the file.',
  },
  'file-large': {
    what: (d) => `The file has ${d.size} KB, more than ${d.limit} KB.`,
    fix: () => 'Split it, or remove what was pasted by mistake.',
  },
  'file-encoding': {
    what: () => 'The file is not UTF-8 text.',
    fix: () => 'Open it in an editor and save it as UTF-8.',
  },
  'file-unreadable': {
    what: (d) => `The file cannot be read: ${d.reason}.`,
    fix: () => 'Check its permissions; it must be an ordinary file and no link.',
  },
  'front-matter-missing': {
    what: () => 'The file has no front matter.',
    fix: () => 'Begin with a line “---”, the fields, and another line “---”.',
  },
  syntax: {
    what: (d) => `${d.language} syntax: ${d.reason}`,
    fix: (d) =>
      d.language === 'JSON'
        ? 'Check commas, brackets and double quotes around this line.'
        : d.language === 'MDX'
          ? 'Check the tags: each is closed, and one that stands alone ends in “/>”. Write no < right before a letter or digit.'
          : 'Check colons, indentation and quotes; put a sentence with a colon in double quotes.',
  },
  'field-missing': { what: (d) => `The field “${d.field}” is missing.`, fix: (d) => `Add “${d.field}”.` },
  'field-unknown': { what: (d) => `There is no field named “${d.field}”.`, fix: (d) => meant(d, 'Remove this field.') },
  'field-type': {
    what: (d) => `The field “${d.field}” must be ${d.expected}.`,
    fix: (d) => `Write “${d.field}” as ${d.expected}.`,
  },
  'field-number': {
    what: (d) => `The field “${d.field}” is the text “${d.value}” and no number.`,
    fix: (d) => (d.entry ? `Write instead: ${d.entry}` : 'Write a number, without quotes and without its unit.'),
  },
  'field-choice': {
    what: (d) => `“${d.value}” is no value of the field “${d.field}”.`,
    fix: (d) => `${d.correct ? `Did you mean “${d.correct}”? ` : ''}Choose one of: ${d.allowed}.`,
  },
  'field-short': {
    what: (d) => `The field “${d.field}” is too short: it needs at least ${d.minimum} ${d.unit}.`,
    fix: (d) => `Add to “${d.field}”.`,
  },
  'field-long': {
    what: (d) => `The field “${d.field}” is too long: at most ${d.maximum} ${d.unit}.`,
    fix: (d) => `Shorten “${d.field}”.`,
  },
  'field-slug': {
    what: (d) => `“${d.value}” in the field “${d.field}” is no id.`,
    fix: (d) => (d.correct ? `Write “${d.correct}”.` : 'Use lower-case letters without marks, digits and hyphens.'),
  },
  'field-pair': {
    what: (d) => `“${d.value}” in the field “${d.field}” lacks a half.`,
    fix: () => 'Write two ids with a slash between them, such as “cao-bang-6-thang-2023/so-vu-mua-ban-nguoi”.',
  },
  'field-date': {
    what: (d) => `“${d.value}” in the field “${d.field}” is no day of the calendar.`,
    fix: (d) => (d.correct ? `Write “${d.correct}”.` : 'Write year-month-day, such as 2026-11-23.'),
  },
  'field-partial-date': {
    what: (d) => `“${d.value}” in the field “${d.field}” is no day, month or year.`,
    fix: () => 'Write 2026, 2026-03 or 2026-03-15.',
  },
  'field-period': {
    what: () => 'The last day of the period is before the first.',
    fix: () => 'Swap “start” and “end”.',
  },
  'field-expiry': {
    what: () => 'The alert expires before or on the day it is published.',
    fix: () => 'Put “expiresAt” after “publishedAt”.',
  },
  'field-notice-length': {
    what: () => 'The notice of this alert does not fit on one A4 page.',
    fix: () => 'Shorten “title”, the first two of “redFlags”, or the first sentence of each piece of “doNow”.',
  },
  'field-url': {
    what: (d) => `“${d.value}” in the field “${d.field}” is no web address.`,
    fix: () => 'Write it in full, beginning with https://.',
  },
  'field-phone': {
    what: (d) => `“${d.value}” in the field “${d.field}” is no telephone number.`,
    fix: () => '“number” has digits only, perhaps with a leading +; “display” may have spaces.',
  },
  'field-area': {
    what: (d) => `“${d.value}” is no ISO 3166 code.`,
    fix: () => 'Use “VN” for the country, “VN-04” for Cao Bằng.',
  },
  'field-amount': {
    what: (d) => `The value of the field “${d.field}” cannot be used: ${d.value}.`,
    fix: () =>
      'Write one number: 443000. A range of 5 to 7, the lower first: { "range": [5, 7] }. A part of a whole, 341 of 360: { "of": [341, 360] }. One and a half times as many: { "multiple": 1.5 }; halved: { "multiple": 0.5 }. None given: null.',
  },
  'field-missing-value': {
    what: () => '“value” is null and “status” is not missing, or the other way round.',
    fix: () =>
      'Where the source gives none: "value": null with "status": "missing". Else write the value and drop missing.',
  },
  'field-currency': {
    what: () => '“currency” is only for an indicator of money.',
    fix: () => 'Set “measure” to money, or remove “currency”.',
  },
  'field-as-of': {
    what: () => 'A value as of a day (as-of) has a period of more than one day.',
    fix: () =>
      'Put that day into both “start” and “end”. For a running total use "timing": "cumulative"; for a count of the period remove “timing”.',
  },
  'field-trim': {
    what: (d) => `The field “${d.field}” has spaces at its beginning or end.`,
    fix: () => 'Remove them.',
  },
  'field-nfc': {
    what: (d) => `The field “${d.field}” has its marks apart from their letters (Unicode NFD).`,
    fix: () => 'Run: npm run check -- --fix',
  },
  'field-quote-length': {
    what: (d) => `The quotation “${d.field}” has more than 40 words.`,
    fix: () => 'Quote only what proves something.',
  },
  'field-script-digits': {
    what: () => 'The loudspeaker script has digits.',
    fix: () => 'Write numbers as they are spoken.',
  },
  'field-script-length': {
    what: () => 'The loudspeaker script does not take 60 to 90 seconds.',
    fix: () => 'Write 150 to 195 syllables.',
  },
  'field-question': {
    what: (d) => `The field “${d.field}” is no question: it does not end in “?”.`,
    fix: () => 'Write a question that ends in “?”. In “questions” a “yes” must be a danger sign.',
  },
  'field-invalid': {
    what: (d) => `The field “${d.field}” is not valid: ${d.reason}`,
    fix: () => 'Fix it as the guide says.',
  },
  reference: {
    what: (d) => `There is no “${d.id}” in the folder ${d.kind}.`,
    fix: (d) => meant(d, `Create ${d.kind}/${d.id}, or correct the id.`),
  },
  'reference-figure': {
    what: (d) => `There is no figure “${d.id}”.`,
    fix: (d) => meant(d, 'Write “release/indicator” as in the folder statistics.'),
  },
  'reference-quote': {
    what: (d) => `There is no quotation “${d.id}”.`,
    fix: (d) => meant(d, 'Add the passage to the “quotes” of the source.'),
  },
  'entry-required': {
    what: (d) => `The file ${d.file} is missing.`,
    fix: (d) => `${d.page} needs it. Restore the file, or change the page first.`,
  },
  'observation-duplicate': {
    what: (d) => `The indicator “${d.id}” is in this release twice.`,
    fix: () => 'Keep one; a number of another period or area belongs in another release.',
  },
  'observation-base': {
    what: (d) => `“${d.id}” is a change and does not say against which period.`,
    fix: () => 'Add “base” with the first and last day of that period.',
  },
  'observation-base-order': {
    what: (d) =>
      `The period that “${d.id}” is measured against ends on ${d.end}, not before its own begins (${d.start}).`,
    fix: () => 'Correct “base” or “period”: the one must be over before the other begins.',
  },
  'area-ended': {
    what: (d) => `${d.area} existed until ${d.until}, and the period of the figures ends later.`,
    fix: () => 'Use the code of the new province, or correct “period”.',
  },
  'proof-value': {
    what: (d) =>
      `The quotation “${d.quote}” does not say ${d.value} (${d.field}). It says: ${d.stated === '' ? 'no number' : d.stated}.`,
    fix: () => 'Read the document and correct “value”, or name the right quotation.',
  },
  'proof-qualifier': {
    what: (d) => `The quotation “${d.quote}” says “${d.stated}”, the figure “${d.qualifier}” (${d.field}).`,
    fix: () =>
      'Correct “qualifier”: trên, hơn are over; ít nhất, không dưới at-least; gần, ngót nearly; dưới, chưa đầy under; không quá at-most; khoảng, ước about; none is exact.',
  },
  'proof-direction': {
    what: (d) =>
      `The quotation “${d.quote}” says “${d.stated}”, which does not fit the sign of ${d.value} (${d.field}).`,
    fix: () => 'A fall is negative, a rise positive; the quotation must have “giảm” or “tăng” before the number.',
  },
  'proof-unit': {
    what: (d) => `The quotation “${d.quote}” counts “${d.stated}”, not “${d.unit}” (${d.field}).`,
    fix: () =>
      'This number counts something else. Enter the number that the quotation states, or choose the right quotation or indicator.',
  },
  'proof-change': {
    what: (d) =>
      `The quotation “${d.quote}” says “${d.stated}”: a level and a change are different numbers, so it does not prove ${d.value} (${d.field}).`,
    fix: () => 'A rise or fall by so much belongs to an indicator whose measure is change; choose the right one.',
  },
  'proof-range': {
    what: (d) =>
      `The quotation “${d.quote}” says “${d.stated}”: a range or a part of a whole, not exactly ${d.value} (${d.field}).`,
    fix: () =>
      'Write what the source states: a range of 5 to 7 is { "range": [5, 7] }, 341 of 360 is { "of": [341, 360] }. One end does not stand for the range.',
  },
  'proof-magnitude': {
    what: (d) =>
      `The quotation “${d.quote}” states only an order of magnitude, “${d.stated}”; it does not prove ${d.value} (${d.field}).`,
    fix: () => 'Words such as hundreds are no figure. Say it in words, or find a source that states a number.',
  },
  'proof-subject': {
    what: (d) =>
      `Around “${d.stated}” in the quotation “${d.quote}” no word says that it is ${d.field} (“sourceTerms”).`,
    fix: () =>
      'Enter the number that the quotation states for this indicator, or choose the right indicator or quotation.',
  },
  'proof-ambiguous': {
    what: (d) => `“${d.id}” and “${d.other}” could be swapped unnoticed.`,
    fix: () => 'Add words of the passage that say what each number counts to the “sourceTerms” of both indicators.',
  },
  'call-number': {
    what: (d) => `The text says to call “${d.text}” (${d.digits}), which is not in the folder hotlines.`,
    fix: (d) => `Check each digit. Verified numbers: ${d.known}. For another official number add a file to hotlines.`,
  },
  'hotline-display': {
    what: (d) => `“display” (${d.display}) is not “number” (${d.number}) with spaces.`,
    fix: () => 'Both must have the same digits: readers dial what they see.',
  },
  'hotline-source': {
    what: (d) => `The passage “${d.quote}” is of “${d.source}”, which is not among the “sources” of the number.`,
    fix: () => 'Add the source to “sources”, or choose a passage of one that is there.',
  },
  'hotline-proof': {
    what: (d) => `The number ${d.number} does not stand in the passage “${d.quote}”: “${d.passage}”.`,
    fix: () => 'Compare each digit with the document and correct “number”, or choose the passage that prints it.',
  },
  'bank-sources': {
    what: (d) =>
      `The numbers of “${d.name}” are not proven: they stand with ${d.publishers === '' ? 'no source' : d.publishers} alone.`,
    fix: () =>
      'Add a page of the bank itself (“publisher” equals “name”) or a second publisher; without one remove the number and keep the name.',
  },
  'situation-number': {
    what: (d) =>
      `The number that stands big is ${d.hotline}, but the steps ${d.first ? `say to call ${d.first} first` : 'do not name it'}.`,
    fix: () => 'Readers obey the big number: change “hotline”, or rewrite the steps so that they begin with it.',
  },
  'date-future': {
    what: (d) => `The date in the field “${d.field}” (${d.value}) is yet to come.`,
    fix: (d) => `Check year and month of “${d.field}”.`,
  },
  'observation-future': {
    what: (d) => `The figures were published on ${d.published}, before their period ended on ${d.end}.`,
    fix: () =>
      'Correct “period” or “publishedAt”; figures up to the day of publication have a period that ends that day.',
  },
  'observation-overlap': {
    what: (d) => `“${d.id}” is in the release “${d.other}” for the same place and days.`,
    fix: (d) =>
      `A number stands once. A new one replaces the old: change that release and add “revisions”. The same value in another document: add its passage to “corroboratedBy”. Another value in another document for the same days: keep both, and add "alternativeTo": { "release": "${d.other}", "reason": … } to the one that does not lead. A running total or a value as of a day: set “timing” of the release.`,
  },
  'observation-form': {
    what: (d) => `“${d.id}” measures ${d.measure}; a value of this form measures ${d.wanted}.`,
    fix: () => 'A part of a whole ("of") is a count; a multiple is a change. A percentage is one number.',
  },
  'alternative-target': {
    what: (d) =>
      `“${d.id}” says that the release “${d.other}” leads, but ${alternativeErrors[String(d.rule)] ?? d.rule}.`,
    fix: () =>
      '“alternativeTo” is for different values of one indicator, area and period in different documents; “release” is the one that leads. For the same value use “corroboratedBy”.',
  },
  'revision-chain': {
    what: (d) => `The “revisions” of “${d.id}” do not hold together: ${revisionErrors[String(d.rule)]?.(d) ?? d.rule}.`,
    fix: () =>
      '“to” of one entry is “from” of the next, the last “to” is “value”; dates rise, and none is before the publication.',
  },
  'revision-missing': {
    what: (d) => `“${d.id}” was published as ${d.old} and is now ${d.new}; “revisions” does not say so.`,
    fix: (d) =>
      `If it is a slip, put it back. If the new number is right, add ${d.first ? 'to this figure' : 'to “revisions”'}: ${d.entry} and write the reason.`,
  },
  'revision-lost': {
    what: (d) => `The entry of ${d.date} (${d.from} → ${d.to}) in the “revisions” of “${d.id}” was removed or changed.`,
    fix: (d) => `Restore it word for word: ${d.entry}. A new change is a new entry at the end.`,
  },
  'change-missing': {
    what: (d) =>
      `“${d.field}” was published as ${englishValue(d.from)} and is now ${englishValue(d.to)}; “changes” does not say so.`,
    fix: (d) =>
      `If it is a slip, put it back. If it is meant, add ${d.first ? 'to this file' : 'to the end of “changes” of this file'}: ${d.entry} and write the reason.`,
  },
  'change-lost': {
    what: (d) => `The entry of ${d.date} (“${d.field}”) in “changes” was removed or changed.`,
    fix: (d) => `Restore it word for word: ${d.entry}. A new change is a new entry at the end.`,
  },
  'change-untrue': {
    what: (d) =>
      `An entry in “changes” tells that “${d.field}” changed from ${englishValue(d.from)} to ${englishValue(d.to)}, but there was no such change.`,
    fix: () => 'Remove the entry, or write what was published into “from” and what stands now into “to”.',
  },
  'observation-lost': {
    what: (d) => `The published figure “${d.id}” (${d.value}) is gone.`,
    fix: () => 'Restore it under its old id and file name. If it was wrong, change “value” and add “revisions”.',
  },
  'prose-figure': {
    what: (d) => `The text says “${d.stated} ${d.unit}”, and no release holds that number.`,
    fix: (d) =>
      d.correct
        ? `The nearest: ${d.correct}.`
        : 'Add the figure with its quotation to the folder statistics, or leave the number out.',
  },
  'prose-figure-typed': {
    what: (d) => `The number “${d.stated} ${d.unit}” is typed by hand.`,
    fix: (d) => `Put ${d.correct} in its place.`,
  },
  'address-lost': {
    what: (d) => `The published address “${d.path}” has no page any more.`,
    fix: (d) =>
      d.correct
        ? `If the page was renamed, write: ${d.path} -> ${d.correct}`
        : 'Restore the file, or write “old address -> new address”.',
  },
  'address-removed': {
    what: (d) => `The published address “${d.path}” was removed from the list of addresses.`,
    fix: () => 'Restore the line in addresses.txt. For a renamed page write “old address -> new address”.',
  },
  'address-target': {
    what: (d) => `“${d.path}” leads to “${d.to}”, and there is no such page.`,
    fix: (d) => meant(d, 'Correct the new address.'),
  },
  'address-unlisted': {
    what: (d) => `The page “${d.path}” is not in the list of published addresses.`,
    fix: () => 'Run: npm run check -- --fix',
  },
  'body-empty': { what: () => 'The body is empty.', fix: () => 'Write it below the second line “---”.' },
  'body-code': {
    what: (d) => `No code may be written in a text: ${d.what}.`,
    fix: () => 'Remove it. Say { } in words where a sentence needs them.',
  },
  'body-tag-unknown': {
    what: (d) => `There is no tag <${d.tag}>.`,
    fix: (d) => `${d.correct ? `Did you mean <${d.correct}>? ` : ''}These may be used: ${d.allowed}.`,
  },
  'body-tag-attribute': {
    what: (d) => `The tag <${d.tag}> does not take the attribute “${d.name}” as it is written.`,
    fix: (d) => `It takes: ${d.allowed}. Values stand in double quotes.`,
  },
  'body-tag-attribute-missing': {
    what: (d) => `The tag <${d.tag}> lacks the attribute “${d.name}”.`,
    fix: (d) => `Write it like this: ${d.example}`,
  },
  'body-tag-content': {
    what: (d) => `Inside the tag <${d.tag}> must be: ${d.expected}.`,
    fix: (d) => `Write it like this: ${d.example}`,
  },
  'body-tag-place': {
    what: (d) => `The tag <${d.tag}> must stand ${d.expected}.`,
    fix: (d) => `Write it like this: ${d.example}`,
  },
  'body-markdown': { what: (d) => `A text has no ${d.what}.`, fix: (d) => String(d.instead) },
  'body-heading': {
    what: (d) => `A heading of level ${d.depth} cannot be used here.`,
    fix: () => 'Headings are “##”, then “###” below “##”.',
  },
  'link-address': {
    what: (d) => `A link to “${d.url}” is not allowed.`,
    fix: () =>
      'Links inside the site begin with “/”. Other sites: declare them in the folder sources, or use an allowed domain.',
  },
  'link-dangling': { what: (d) => `There is no page “${d.url}”.`, fix: (d) => meant(d, 'Check the address.') },
  'link-anchor': {
    what: (d) => `The page “${d.page}” has no section “#${d.anchor}”.`,
    fix: (d) =>
      d.correct
        ? `Did you mean “#${d.correct}”?`
        : 'Leave out what follows the #, or write the heading in lower case without marks, with hyphens.',
  },
  placeholder: {
    what: (d) => `“${d.field}” has not been filled in.`,
    fix: (d) => (d.hint ? `Replace the words CẦN ĐIỀN. ${d.hint}.` : 'Replace the words CẦN ĐIỀN.'),
  },
  'name-duplicate': {
    what: (d) => `“${d.value}” (${d.field}) is in the file ${d.other} already.`,
    fix: () => 'Choose another name, or change that file instead.',
  },
  'date-order': {
    what: (d) => `“${d.second}” (${d.to}) is before “${d.first}” (${d.from}).`,
    fix: (d) => `Check both dates; “${d.first}” comes first.`,
  },
  'text-invisible': {
    what: (d) => `There is an invisible character ${d.character}.`,
    fix: () => 'Delete the word and type it anew; do not paste it.',
  },
  'text-lookalike': {
    what: (d) => `“${d.word}” has a letter “${d.letter}” (${d.character}) that only looks like an ordinary one.`,
    fix: () => 'Type the word anew on a keyboard.',
  },
  'text-nfc': {
    what: (d) => `“${d.word}” has its marks apart from their letters (Unicode NFD).`,
    fix: () => 'Run: npm run check -- --fix',
  },
  'privacy-name': {
    what: (d) =>
      `“${d.name}” looks like the name of a person. Law 53/2024/QH15, Article 3, protects victims; the site does not name the accused either.`,
    fix: () =>
      'Write “a person”. For someone in public office add a file to public-names, reviewed by a second person.',
  },
  'privacy-case-name': {
    what: (d) =>
      `“${d.name}” is a person in a case. Law 53/2024/QH15, Article 3, forbids to reveal victims; the accused are not convicted.`,
    fix: () => 'Leave the name out.',
  },
  'privacy-birth': {
    what: (d) => `“${d.text}”: a year of birth lets a person be recognised.`,
    fix: () => 'Leave it out.',
  },
  'privacy-identity': {
    what: (d) => `“${d.text}” looks like the number of an identity card.`,
    fix: () => 'Remove it. Write amounts with dots between thousands.',
  },
  'privacy-phone': {
    what: (d) => `“${d.text}” is a telephone number that is not in the folder hotlines.`,
    fix: () => 'Remove it. For an official number add a file to hotlines and use <Hotline id="…" />.',
  },
  'privacy-village': {
    what: (d) => `“${d.village}” and “${d.people}” in one sentence tell a village who is meant.`,
    fix: () => 'Name the province only, or leave the people out.',
  },
  'wording-accused': {
    what: (d) => `“${d.text}”: nobody is a criminal before a court has said so.`,
    fix: () => 'Write “bị can”, or “kẻ lừa đảo” in general.',
  },
  'hotline-forbidden': {
    what: (d) => `The number ${d.number} must not be printed: ${d.why}.`,
    fix: () => 'Remove it; use <Hotline id="111" />.',
  },
  'date-stale': {
    what: (d) => `Last held against its sources ${d.value}, more than ${d.months} months ago.`,
    fix: (d) => `Read the sources again, dial the number again, then change “${d.field}”.`,
  },
  'date-expired': {
    what: (d) => `The alert expired on ${d.value}.`,
    fix: () => 'Check it again and move “expiresAt”, or leave it: the page says that it has expired.',
  },
  'review-missing': {
    what: (d) => `No second person has reviewed that “${d.name}” is named.`,
    fix: () =>
      'Let somebody who did not write this file open the source, then enter “reviewedBy” and “reviewedAt”. Do not enter them for that person.',
  },
  orphan: { what: (d) => `No file uses “${d.id}”.`, fix: () => 'Point to it where it is needed, or remove the file.' },
  'style-tone': {
    what: (d) => `“${d.word}” has its tone in another place than the other texts.`,
    fix: (d) => `Write “${d.usual}”, or run: npm run check -- --fix`,
  },
  'style-spaces': { what: () => 'There are two spaces.', fix: () => 'Remove one, or run: npm run check -- --fix' },
  'style-abbreviation': {
    what: (d) => `The abbreviation “${d.word}” is not explained.`,
    fix: () => 'Write it out, or add it to the folder glossary. If everybody knows it, add it to words.txt.',
  },
  'style-sentence': {
    what: (d) => `The sentence “${d.opening}…” has ${d.words} words, more than ${d.maximum}.`,
    fix: () => 'Make two sentences of it.',
  },
  'style-paragraph': {
    what: (d) => `The paragraph has ${d.words} words, more than ${d.maximum}.`,
    fix: () => 'Split it, or make it a list.',
  },
  spelling: {
    what: (d) => `“${d.word}” is not in the dictionary.`,
    fix: (d) =>
      d.correct
        ? `Did you mean: ${d.correct}? If it is right, add it to words.txt.`
        : `If “${d.word}” is right, add it to words.txt.`,
  },
};
