/** Words by which Vietnamese and English texts state quantities. Data of the grammar in `quantities.ts`; no logic stands here. */
import type { Qualifier, Source } from '../schema/index.ts';

export type Language = Source['language'];

export interface Vocabulary {
  /** `.` or `,`: groups thousands. The other one begins decimals. */
  group: '.' | ',';
  scales: Readonly<Record<string, number>>;
  /** Patterns of the words before a number, tried in order: negations stand before what they negate. */
  qualifiers: readonly (readonly [RegExp, Qualifier])[];
  /** Words after a number and its unit that say how exact it is. */
  suffixes: readonly (readonly [RegExp, Qualifier])[];
  /** Words between a verb of change or a qualifier and its number that say nothing of their own. */
  fillers: RegExp;
  /** A change of so much, just before the number. */
  up: RegExp;
  down: RegExp;
  /** A noun of change after the number: `a 12% increase`. */
  upAfter: RegExp;
  downAfter: RegExp;
  /** The number is what something rose or fell to (`to`) or from (`from`). */
  to: RegExp;
  from: RegExp;
  /** Words that make two numbers a range when they stand between them. */
  rangeWords: RegExp;
  percent: RegExp;
  points: RegExp;
  /** Words before a number that make it a date, an article of law or another name, and no quantity. */
  names: RegExp;
  /** Words after a number that cannot be its unit. */
  notUnits: ReadonlySet<string>;
  /** Units of more than one word, and units that a number in words may count. Longest first. */
  units: readonly string[];
  /** Units that are written without a space after the digits. */
  gluedUnits: readonly string[];
  /** A part of a whole, between two numbers: `5 trong số 7`. */
  partOf: RegExp;
  /** A comparison between two numbers that count the same: `385 vụ so với 507`. */
  comparedWith: RegExp;
  /** Words before `1/3` that make it a part of a whole and no date. */
  fractionBefore: RegExp;
  /** Words after `1/3` that make it a part of a whole. */
  fractionAfter: RegExp;
  /** A word of each phrase below: a text without one holds none of them. */
  phraseWords: RegExp;
  zero: RegExp;
  magnitude: RegExp;
  multiples: readonly (readonly [RegExp, number])[];
  fractions: readonly (readonly [RegExp, readonly [number, number]])[];
  rank: RegExp;
  /** Names of months after a number. */
  month: RegExp;
  /** What stands before a number word that is none there. */
  notNumberAfter: (word: string) => RegExp;
  /** Whether the words around a number make it a multiple: `gấp 2 lần`. */
  times: (before: string, after: string) => boolean;
  /** A currency before its amount: `$5`, `VND 12 trillion`. */
  moneyBefore: RegExp;
}

const longestFirst = (words: string): readonly string[] =>
  words
    .split('|')
    .map((word) => word.trim())
    .sort((a, b) => b.length - a.length);

/** Scale words that follow a number below a thousand. */
export const vietnameseScales: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  ngàn: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

const vi: Vocabulary = {
  group: '.',
  scales: { trăm: 1e2, ...vietnameseScales },
  qualifiers: [
    [
      /(?:không (?:quá|hơn|trên|vượt(?: quá)?|(?:nhiều|cao|lớn) hơn)|nhiều nhất(?: là)?|cao nhất(?: là)?|tối đa(?: là)?|<=|≤)\s*$/u,
      'at-most',
    ],
    [
      /(?:không (?:dưới|kém|(?:ít|thấp|nhỏ) hơn)|ít nhất(?: là| có| cũng)?|chí ít(?: là)?|tối thiểu(?: là)?|thấp nhất(?: là)?|>=|≥)\s*$/u,
      'at-least',
    ],
    [
      /(?:trên dưới|xấp xỉ|khoảng chừng|ước(?: tính)?(?: đạt| khoảng)?|khoảng|chừng|cỡ|tầm|độ khoảng|~|≈)\s*$/u,
      'about',
    ],
    [/(?:chưa (?:đầy|đến|tới)|dưới|không đầy|không đến|không tới|<)\s*$/u, 'under'],
    [/(?:ngót nghét|ngót|suýt soát|gần(?: đến| tới| bằng)?)\s*$/u, 'nearly'],
    [
      /(?:(?<!(?:ít|nhiều|cao|thấp|lớn|nhỏ|kém)\s)hơn|trên|vượt(?: quá| mốc| mức| con số)?|(?<!không\s)quá|>)\s*$/u,
      'over',
    ],
  ],
  suffixes: [
    [/^(?:\/[\p{L}\p{M}]+)?\s*(?:[\p{L}\p{M}]+\s+){0,3}?trở lên(?![\p{L}\p{M}])/u, 'at-least'],
    [/^(?:\/[\p{L}\p{M}]+)?\s*(?:[\p{L}\p{M}]+\s+){0,3}?trở xuống(?![\p{L}\p{M}])/u, 'at-most'],
  ],
  fillers: /(?:là|mức|con số|tới mức|đến mức|ở mức|tổng cộng|trung bình|bình quân|lần lượt|tương ứng|:)\s*$/u,
  up: /(?:(?:tăng(?: thêm| được| tới| đến| mạnh| nhẹ| nhanh| cao| lần lượt| bình quân| trung bình)*|(?<!không\s)(?:nhiều|cao|lớn)\s+hơn)(?:\s+(?:so với\s+)?(?:cùng kỳ|kỳ trước|năm trước|năm ngoái|tháng trước)(?:\s+năm\s+(?:trước|ngoái|\d{4}))?)?|mức tăng(?:\s[\p{L}\p{M}]+){0,6}|tốc độ tăng(?:\s[\p{L}\p{M}]+){0,4})\s*$/u,
  down: /(?:(?:giảm(?: thêm| được| tới| đến| mạnh| nhẹ| sâu| nhanh| lần lượt| bình quân| trung bình)*|kéo giảm|(?<!không\s)(?:ít|thấp|nhỏ)\s+hơn)(?:\s+(?:so với\s+)?(?:cùng kỳ|kỳ trước|năm trước|năm ngoái|tháng trước)(?:\s+năm\s+(?:trước|ngoái|\d{4}))?)?|mức giảm(?:\s[\p{L}\p{M}]+){0,6})\s*$/u,
  upAfter: /^(?!)/u,
  downAfter: /^(?!)/u,
  to: /(?:(?:tăng|giảm|từ)(?:[^.;()]|\.\d){0,60}?(?:lên|xuống|còn)|xuống còn|còn lại|giảm còn|(?<!không\s)còn|lên|xuống)(?: tới| đến| còn)?\s*$/u,
  from: /(?:tăng|giảm)[^.;()\d]{0,20}từ\s*$/u,
  rangeWords: /^\s*(?:-|–|—|đến|tới)\s*$/u,
  percent: /^\s?(?:%|phần trăm(?![\p{L}\p{M}]))/u,
  points: /^\s?(?:điểm\s?%|điểm phần trăm)/u,
  names:
    /(?:^|[^\p{L}\p{M}])(?:quốc lộ|tỉnh lộ|km|cột mốc|(?<!(?:tổng|con|trong|trên|đa|chỉ|ngoài)\s)số|(?<!\d\s)(?:ngày|tháng|quý|năm|điều|khoản|điểm|mục|chương|lúc|(?<!thu )hồi|sáng|trưa|chiều|tối|đêm|lớp|mùng|mồng|khóa|khoá|nghị định|nghị quyết|quyết định|chỉ thị|thông tư|luật|số hiệu|văn bản số|giai đoạn|nhiệm kỳ|thứ|trang|bàn|ban chỉ đạo))\s*$/u,
  notUnits: new Set(
    'so với trong và thì của là tại từ đến tới ở do nhưng mà các những cùng khi theo đã được bị có số tổng năm cho vào này đó trên dưới hoặc hay về trước sau nên để gồm cũng còn lên xuống tăng giảm chiếm đạt bằng'.split(
      ' ',
    ),
  ),
  units: longestFirst(
    'vụ án|vụ việc|vụ phạm tội|vụ|bị can|bị cáo|bị hại|bị án|đối tượng|nghi phạm|nghi can|nạn nhân|lượt người|lượt|người tham gia|người bị hại|người|trường hợp|công dân|phụ nữ|nam giới|trẻ em|trẻ|cháu|em|nữ|nam|băng, nhóm|băng nhóm|băng|nhóm|ổ nhóm|đường dây|chuyên án|chuyên đề|cuộc gọi|cuộc|bánh heroin|bánh|gam|gram|kg|kilôgam|tấn|tạ|lít|viên|gói|khẩu|viên đạn|ha|m2|m3|km|mét|đồng|vnđ|vnd|usd|đô la mỹ|đô la|nhân dân tệ|ndt|tệ|euro|eur|yên|bảng|tin, bài, phóng sự|tin, bài|tin bài|tin|bài|buổi tuyên truyền|buổi|hội nghị|lớp|tài khoản|số điện thoại|sim|trang web|website|tên miền|thuê bao|phương tiện|xe|tổ chức|cơ sở|hộ dân|hộ|gia đình|xã|huyện|tỉnh|thành phố|quốc gia|nước|địa bàn|mô hình|đại biểu|cán bộ|chiến sĩ|học sinh|sinh viên|lao động|hồ sơ|đơn|tờ rơi|tờ|phản ánh|báo cáo|lần|ngày|tháng|tuần|giờ|phút|tuổi|dự án|bản án|án|nguồn tin|tin báo|tổ|đội|điểm|lệnh|đối tác|bộ|giao dịch|bệnh nhân|hành khách|thôn|xóm|bản|khu|lô|chiếc|con|cái|tiêu chí|kế hoạch|văn bản|công văn|doanh nghiệp|công ty|ngân hàng',
  ),
  gluedUnits: ['kg', 'km', 'ha', 'm2', 'm3', 'tấn', 'gam', 'gram', 'g', 'm', 'usd', 'vnđ', 'vnd', 'đồng', 'đ'],
  partOf: /^\s*(?:trong|trên)\s+(?:tổng\s+(?:số\s+)?|số\s+)?$/u,
  comparedWith: /^[^.;\d]{0,40}(?:so với|và|,)[^.;\d]{0,20}$/u,
  fractionBefore:
    /(?:chiếm|tới|bằng|gần|hơn|khoảng|quá|đạt|được|trên|dưới|giảm|tăng|còn|có|chừng|xấp xỉ)(?:\s(?:tới|đến|khoảng|gần|hơn))?\s*$/u,
  fractionAfter:
    /^\s*(?:trong|số|tổng|của|dân số|người|các|vụ|nạn nhân|trường hợp|so với|học sinh|đối tượng|diện tích|thu nhập|giá trị)/u,
  phraseWords: /gấp|giảm|phần|nửa|hàng|hằng|nhiều|vài|mấy|không|chưa/u,
  zero: /(?<![\p{L}\p{M}])(?:không|chưa)\s+(?:để\s+)?(?:(?:xảy ra|có|phát hiện|ghi nhận|phát sinh|còn|tiếp nhận|nhận được|bắt giữ|xác định)\s+(?:có\s+)?(?:thêm\s+)?)(UNIT)(?![\p{L}\p{M}])/u,
  magnitude:
    /(?<![\p{L}\p{M}])(?:hàng|nhiều|vài|mấy|hằng)\s+((?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?:\s+(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ))*)(?![\p{L}\p{M}])/u,
  multiples: [
    [/(?<![\p{L}\p{M}])gấp\s+rưỡi(?![\p{L}\p{M}])/u, 1.5],
    [/(?<![\p{L}\p{M}])gấp\s+(?:hai|đôi)(?:\s+lần)?(?![\p{L}\p{M}])/u, 2],
    [/(?<![\p{L}\p{M}])gấp\s+ba(?:\s+lần)?(?![\p{L}\p{M}])/u, 3],
    [/(?<![\p{L}\p{M}])gấp\s+(?:bốn|tư)(?:\s+lần)?(?![\p{L}\p{M}])/u, 4],
    [/(?<![\p{L}\p{M}])gấp\s+năm\s+lần(?![\p{L}\p{M}])/u, 5],
    [/(?<![\p{L}\p{M}])gấp\s+sáu\s+lần(?![\p{L}\p{M}])/u, 6],
    [/(?<![\p{L}\p{M}])gấp\s+bảy\s+lần(?![\p{L}\p{M}])/u, 7],
    [/(?<![\p{L}\p{M}])gấp\s+tám\s+lần(?![\p{L}\p{M}])/u, 8],
    [/(?<![\p{L}\p{M}])gấp\s+chín\s+lần(?![\p{L}\p{M}])/u, 9],
    [/(?<![\p{L}\p{M}])gấp\s+mười\s+lần(?![\p{L}\p{M}])/u, 10],
    [/(?<![\p{L}\p{M}])giảm\s+(?:đi\s+)?(?:một\s+)?nửa(?![\p{L}\p{M}])/u, 0.5],
  ],
  fractions: [
    [/(?<![\p{L}\p{M}])một phần hai(?![\p{L}\p{M}])/u, [1, 2]],
    [/(?<![\p{L}\p{M}])một phần ba(?![\p{L}\p{M}])/u, [1, 3]],
    [/(?<![\p{L}\p{M}])hai phần ba(?![\p{L}\p{M}])/u, [2, 3]],
    [/(?<![\p{L}\p{M}])một phần tư(?![\p{L}\p{M}])/u, [1, 4]],
    [/(?<![\p{L}\p{M}])ba phần tư(?![\p{L}\p{M}])/u, [3, 4]],
    [/(?<![\p{L}\p{M}])một phần năm(?![\p{L}\p{M}])/u, [1, 5]],
    [/(?<![\p{L}\p{M}])(?:một nửa|(?<=(?:quá|hơn|gần)\s)nửa)(?![\p{L}\p{M}])/u, [1, 2]],
  ],
  rank: /(?:đứng|xếp|vị trí|hạng|đứng hàng|xếp hạng|xếp hàng)\s+thứ\s+$/u,
  month: /^(?!)/u,
  notNumberAfter: (word) =>
    word === 'năm'
      ? /(?:mỗi|một|cả|hằng|hàng|đầu|cuối|trong|các|những|từng|nhiều|vài|sau|trước|qua|nay|này|\d)\s+$/u
      : /(?:mỗi|cùng|từng|nào|thứ|tháng)\s+$/u,
  times: (before, after) =>
    /^\s?lần(?![\p{L}\p{M}])/u.test(after) && /(?:gấp|tăng|giảm)(?:\s[\p{L}\p{M}]+){0,3}\s+$/u.test(before),
  moneyBefore: /(\$)\s?$/u,
};

const en: Vocabulary = {
  group: ',',
  scales: { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, bn: 1e9, m: 1e6 },
  qualifiers: [
    [
      /(?:no(?:t)? (?:more|greater|higher) than|not (?:over|above|exceeding)|at most|up to|a maximum of|maximum of|<=|≤)\s*$/u,
      'at-most',
    ],
    [
      /(?:no(?:t)? (?:fewer|less|lower) than|not (?:under|below)|at least|a minimum of|minimum of|>=|≥)\s*$/u,
      'at-least',
    ],
    [
      /(?:about|around|approximately|roughly|some|an estimated|estimated(?: at)?|circa|in the region of|~|≈)\s*$/u,
      'about',
    ],
    [/(?:just under|just below|nearly|almost|close to|approaching)\s*$/u, 'nearly'],
    [/(?:under|below|less than|fewer than|<)\s*$/u, 'under'],
    [
      /(?:over|more than|above|in excess of|exceeding|exceeded|upwards of|greater than|higher than|surpass(?:ed|ing)|>)\s*$/u,
      'over',
    ],
  ],
  suffixes: [
    [/^\s*(?:[a-z]+\s+){0,3}?or more(?![a-z])/u, 'at-least'],
    [/^\s*(?:[a-z]+\s+){0,3}?or (?:fewer|less)(?![a-z])/u, 'at-most'],
  ],
  fillers: /(?:a total of|an average of|the|by|of|:)\s*$/u,
  up: /(?:increas(?:e|ed|es|ing)|r(?:ose|ise|isen|ising)|gr(?:ew|own|owing)|climbed|jumped|surged|up|gain(?:ed)?)(?: of| by| sharply by| slightly by)?\s*$/u,
  down: /(?:decreas(?:e|ed|es|ing)|f(?:ell|all|allen|alling)|drop(?:ped|s)?|declin(?:e|ed|ing)|reduc(?:ed|tion)|down|shrank|lost)(?: of| by| sharply by| slightly by)?\s*$/u,
  upAfter: /^\s*(?:[a-z-]+\s+){0,2}?(?:increase|rise|growth|jump|more (?:than|compared)|higher than)(?![a-z])/u,
  downAfter:
    /^\s*(?:[a-z-]+\s+){0,2}?(?:decrease|drop|decline|fall|reduction|fewer than|lower than|less than)(?![a-z])/u,
  to: /(?:increas(?:ed|ing)|r(?:ose|isen|ising)|gr(?:ew|own)|climbed|jumped|surged|decreas(?:ed|ing)|f(?:ell|allen|alling)|dropped|declined|reduced|from)(?:[^.;()]|\.\d){0,60}?\bto\s*$/u,
  from: /(?:increas(?:ed|ing)|r(?:ose|isen)|gr(?:ew|own)|decreas(?:ed|ing)|f(?:ell|allen)|dropped|declined)[^.;()\d]{0,20}from\s*$/u,
  rangeWords: /^\s*(?:-|–|—|to|and)\s*$/u,
  percent: /^\s?(?:%|per ?cent(?![a-z]))/u,
  points: /^\s?(?:percentage points?|pp)(?![a-z])/u,
  names:
    /(?:^|[^a-z])(?:article|section|clause|decree|decision|resolution|directive|circular|law|no\.?|number|january|february|march|april|may|june|july|august|september|october|november|december|year|page|chapter|highway|route)\s*$/u,
  notUnits: new Set(
    'more fewer less higher lower compared were was are is had have has in of from to and or the a an by for with on at as per than compared against over under since until during that which who while but also'.split(
      ' ',
    ),
  ),
  units: longestFirst(
    'beds|bed|shelters|shelter|raids|investigations|sentences|minors|cases|case|victims|victim|suspects|suspect|people|persons|person|men|women|children|child|boys|girls|males|females|defendants|accused|traffickers|offenders|perpetrators|calls|reports|complaints|incidents|arrests|prosecutions|convictions|citizens|nationals|migrants|workers|users|accounts|websites|provinces|communes|districts|countries|officers|students|households|dollars|us dollars|usd|dong|vnd|yuan|euros|kg|kilograms|kilogrammes|grams|tonnes|tons|km|hectares|percent|times|days|months|weeks|years|rings|gangs|networks|operations|meetings|posts|articles|identified victims|trafficking victims|trafficking cases',
  ),
  gluedUnits: ['kg', 'km', 'ha', 'm2', 'm3', 'g'],
  partOf: /^\s*(?:out of|of|in)\s+(?:the\s+|every\s+|a total of\s+)?$/u,
  comparedWith: /^[^.;\d]{0,40}(?:compared (?:with|to)|against|and|from|versus|,)[^.;\d]{0,20}$/u,
  fractionBefore: /(?:about|nearly|over|almost|some|than|to|by|of|around|account(?:s|ed|ing) for)\s*$/u,
  fractionAfter: /^\s*(?:of|were|the|are)(?![a-z])/u,
  phraseWords:
    /(?:doubl|tripl|trebl|quadrupl|halv|half|twice|times|fold|third|quarter|fifth|dozen|hundreds|thousands|millions|billions|no|zero)/u,
  zero: /(?<![a-z])(?:no|zero)\s+(?:new\s+|further\s+|such\s+)?(UNIT)(?![a-z])/u,
  magnitude:
    /(?<![a-z])(dozens|(?:tens of |hundreds of )?(?:hundreds|thousands|millions|billions)(?: of (?:thousands|millions|billions))?)(?![a-z])/u,
  multiples: [
    [/(?<![a-z])(?:doubl(?:ed|ing)|twice|two times|two-?fold)(?![a-z])/u, 2],
    [/(?<![a-z])(?:tripl(?:ed|ing)|trebl(?:ed|ing)|three times|three-?fold)(?![a-z])/u, 3],
    [/(?<![a-z])(?:quadrupl(?:ed|ing)|four times|four-?fold)(?![a-z])/u, 4],
    [/(?<![a-z])(?:five times|five-?fold)(?![a-z])/u, 5],
    [/(?<![a-z])(?:ten times|ten-?fold)(?![a-z])/u, 10],
    [/(?<![a-z])one and a half times(?![a-z])/u, 1.5],
    [/(?<![a-z])halv(?:ed|ing)(?![a-z])/u, 0.5],
  ],
  fractions: [
    [/(?<![a-z])(?:one|a)[- ]third(?![a-z])/u, [1, 3]],
    [/(?<![a-z])two[- ]thirds(?![a-z])/u, [2, 3]],
    [/(?<![a-z])(?:one|a)[- ]quarter(?![a-z])/u, [1, 4]],
    [/(?<![a-z])three[- ]quarters(?![a-z])/u, [3, 4]],
    [/(?<![a-z])(?:one|a)[- ]fifth(?![a-z])/u, [1, 5]],
    [/(?<![a-z])(?<!(?:first|second|last|other)\s)(?:one[- ]half|half)(?= of| the)(?![a-z])/u, [1, 2]],
  ],
  rank: /(?:ranked|ranks|ranking|placed)\s+(?:as\s+)?(?:the\s+)?$/u,
  month: /^\s(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])/u,
  notNumberAfter: () => /(?:no|any|every|some|this|that|the)\s+$/,
  times: (_before, after) => /^\s?times\s+(?:as|more|higher|the|that|what)(?![a-z])/.test(after),
  moneyBefore: /(?:^|[^a-z])(?:us)?(\$|€|usd|vnd|eur)\s?$/u,
};

export const vocabularies: Readonly<Record<Language, Vocabulary>> = { vi, en };

/** ISO 4217 codes by how texts name a currency. */
export const currencies: Readonly<Record<string, string>> = {
  đồng: 'VND',
  vnđ: 'VND',
  vnd: 'VND',
  đ: 'VND',
  dong: 'VND',
  usd: 'USD',
  'đô la mỹ': 'USD',
  'đô la': 'USD',
  dollars: 'USD',
  'us dollars': 'USD',
  'nhân dân tệ': 'CNY',
  ndt: 'CNY',
  tệ: 'CNY',
  yuan: 'CNY',
  euro: 'EUR',
  euros: 'EUR',
  eur: 'EUR',
  yên: 'JPY',
  bảng: 'GBP',
};

export const englishNumbers: Readonly<Record<string, number>> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
]);
