/** Abbreviations that officials, journalists and people who text use for the subjects of this site, and what they stand for. */
const meanings: Record<string, string> = {
  // Officials' papers. The glossary explains some of them; here they are words to search for.
  antt: 'an ninh trật tự',
  attt: 'an toàn thông tin',
  anm: 'an ninh mạng',
  anqg: 'an ninh quốc gia',
  bcđ: 'ban chỉ đạo',
  bca: 'bộ công an',
  bđbp: 'bộ đội biên phòng',
  bhxh: 'bảo hiểm xã hội',
  blhs: 'bộ luật hình sự',
  ca: 'công an',
  cat: 'công an tỉnh',
  cccd: 'căn cước công dân',
  cmnd: 'chứng minh nhân dân',
  csgt: 'cảnh sát giao thông',
  cshs: 'cảnh sát hình sự',
  ctv: 'cộng tác viên',
  cqđt: 'cơ quan điều tra',
  cqca: 'cơ quan công an',
  cpc: 'campuchia',
  lđcđts: 'lừa đảo chiếm đoạt tài sản',
  lđ: 'lừa đảo',
  lđqm: 'lừa đảo qua mạng',
  lhpn: 'liên hiệp phụ nữ',
  mbn: 'mua bán người',
  pcmbn: 'phòng chống mua bán người',
  pctp: 'phòng chống tội phạm',
  pcmt: 'phòng chống ma túy',
  pbgdpl: 'phổ biến giáo dục pháp luật',
  sđt: 'số điện thoại',
  stk: 'số tài khoản',
  tk: 'tài khoản',
  tknh: 'tài khoản ngân hàng',
  tgpl: 'trợ giúp pháp lý',
  tnxh: 'tệ nạn xã hội',
  tpmbn: 'tội phạm mua bán người',
  ttatxh: 'trật tự an toàn xã hội',
  tttt: 'thông tin truyền thông',
  tq: 'trung quốc',
  ubnd: 'ủy ban nhân dân',
  vksnd: 'viện kiểm sát nhân dân',
  vn: 'việt nam',
  xkld: 'xuất khẩu lao động',
  xklđ: 'xuất khẩu lao động',
  xnc: 'xuất nhập cảnh',
  xncb: 'xuất nhập cảnh',
  xnctp: 'xuất nhập cảnh trái phép',
  xc: 'xuất cảnh',
  nc: 'nhập cảnh',
  // Texting.
  ck: 'chuyển khoản',
  đc: 'được',
  fb: 'facebook',
  gđ: 'gia đình',
  ib: 'nhắn tin',
  ko: 'không',
  lm: 'làm',
  ng: 'người',
  ngta: 'người ta',
  nh: 'ngân hàng',
  nt: 'nhắn tin',
  tn: 'tin nhắn',
  vc: 'việc',
  vl: 'việc làm',
};

const byTyped = new Map<string, string>();
for (const [short, meaning] of Object.entries(meanings)) {
  byTyped.set(short, meaning);
  // đ is typed as d; a spelling with its own meaning keeps it.
  const plain = short.replace(/đ/g, 'd');
  if (!byTyped.has(plain)) byTyped.set(plain, meaning);
}

/** What an abbreviation stands for, or undefined. */
export const expandAbbreviation = (typed: string): string | undefined =>
  byTyped.get(typed.normalize('NFC').toLowerCase());
