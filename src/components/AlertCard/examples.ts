import type { Published } from '../../schema/index.ts';
import { longTitle, type Example } from '../examples.ts';
import type AlertCard from './AlertCard.astro';

const alert: Published<'alerts'> = {
  kind: 'alerts',
  id: 'bat-coc-online',
  data: {
    title: '“Bắt cóc online”: dọa học sinh, sinh viên rồi đòi tiền chuộc',
    summary: 'Kẻ gian giả danh công an gọi dọa học sinh, sinh viên. Hãy tắt máy, gọi cho bố mẹ, gọi 113.',
    english: {
      title: '“Online kidnapping”: frightening students into hiding, then demanding ransom',
      summary: 'Callers posing as police frighten pupils and students. Hang up, call your parents, call 113.',
    },
    method: 'bat-coc-online',
    channels: ['cuoc-goi', 'goi-video', 'tin-nhan'],
    audience: ['hoc-sinh-sinh-vien', 'phu-huynh'],
    severity: 'extreme',
    urgency: 'immediate',
    certainty: 'observed',
    redFlags: [
      'Xưng là công an, viện kiểm sát, tòa án và bắt bạn giữ bí mật với bố mẹ.',
      'Nói bạn dính vào ma túy, rửa tiền hoặc đã có lệnh bắt.',
      'Bảo bạn rời nhà, ra nhà nghỉ, khách sạn ở một mình.',
    ],
    doNow: {
      stop: 'Tắt máy ngay. Nếu đang ở nhà nghỉ, hãy ra quầy lễ tân hoặc chỗ đông người.',
      check: 'Học sinh gọi cho bố mẹ, thầy cô. Bố mẹ gọi cho con, cho thầy cô, bạn cùng lớp.',
      report: 'Gọi 113 hoặc đến công an gần nhất, không chờ đến hôm sau.',
    },
    dont: ['Đừng ở một mình theo lời người gọi.', 'Đừng chuyển tiền chuộc khi chưa báo công an.'],
    ifVictim: ['Gia đình báo công an ngay.', 'Giữ nguyên điện thoại, tin nhắn, lịch sử cuộc gọi. Đừng xóa.'],
    loudspeaker: 'Kính thưa bà con, kính thưa các bậc cha mẹ và các cháu học sinh, sinh viên.',
    publishedAt: '2026-11-23',
    verifiedAt: '2026-03',
    expiresAt: '2027-06-30',
    keywords: [],
    sources: ['dan-tri-bat-coc-online-2025'],
    hotlines: ['113', '111'],
    related: [],
  },
};

const severe: Published<'alerts'> = {
  ...alert,
  id: 'cong-tac-vien-online',
  data: {
    ...alert.data,
    title: 'Tuyển cộng tác viên online: trả hoa hồng nhỏ, lấy mất tiền lớn',
    method: 'viec-lam',
    channels: ['mang-xa-hoi'],
    audience: ['nguoi-tim-viec'],
    severity: 'severe',
    redFlags: ['Bạn phải nạp hoặc chuyển tiền trước thì mới được làm việc, nhận lương.', ...alert.data.redFlags],
  },
};

export const examples: Example<typeof AlertCard>[] = [
  { name: 'extreme, in force', props: { alert, today: '2026-11-23' } },
  { name: 'severe, in force', props: { alert: severe, today: '2026-11-23', heading: 'h2' } },
  { name: 'on its last day', props: { alert, today: '2027-06-30' } },
  { name: 'extreme, expired', props: { alert, today: '2027-07-01' } },
  { name: 'severe, expired', props: { alert: severe, today: '2027-07-01' } },
  { name: 'long title in capitals', props: { alert: { ...severe, data: { ...severe.data, title: longTitle } }, today: '2026-11-23' } },
  { name: 'English interface', props: { alert, today: '2026-11-23', locale: 'en' } },
];
