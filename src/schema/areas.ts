/** The areas that figures can be of: Viet Nam and its provinces and cities as in ISO 3166-2:VN. */

/** One area. */
interface Area {
  vi: string;
  en: string;
  /** Last day of a province that was merged into another; absent where it goes on or its end was not verified. */
  until?: string;
}

const province = (name: string, until?: string): Area => ({
  vi: `Tỉnh ${name}`,
  en: `${name} province`,
  ...(until === undefined ? {} : { until }),
});
const city = (name: string, en = `${name} city`): Area => ({ vi: `Thành phố ${name}`, en });

/** The last day before the reform that made 34 provinces and cities of 63. */
const REFORM = '2025-06-30';

/** Every area by its ISO 3166-2 code. The codes are those of the 63 provinces and cities before the reform. */
const areas: Readonly<Record<string, Area>> = {
  VN: { vi: 'Cả nước', en: 'Viet Nam' },
  'VN-01': province('Lai Châu'),
  'VN-02': province('Lào Cai'),
  'VN-03': province('Hà Giang', REFORM),
  'VN-04': province('Cao Bằng'),
  'VN-05': province('Sơn La'),
  'VN-06': province('Yên Bái', REFORM),
  'VN-07': province('Tuyên Quang'),
  'VN-09': province('Lạng Sơn'),
  'VN-13': province('Quảng Ninh'),
  'VN-14': province('Hòa Bình'),
  'VN-18': province('Ninh Bình'),
  'VN-20': province('Thái Bình'),
  'VN-21': province('Thanh Hóa'),
  'VN-22': province('Nghệ An'),
  'VN-23': province('Hà Tĩnh'),
  'VN-24': province('Quảng Bình'),
  'VN-25': province('Quảng Trị'),
  'VN-26': province('Thừa Thiên Huế'),
  'VN-27': province('Quảng Nam'),
  'VN-28': province('Kon Tum'),
  'VN-29': province('Quảng Ngãi'),
  'VN-30': province('Gia Lai'),
  'VN-31': province('Bình Định'),
  'VN-32': province('Phú Yên'),
  'VN-33': province('Đắk Lắk'),
  'VN-34': province('Khánh Hòa'),
  'VN-35': province('Lâm Đồng'),
  'VN-36': province('Ninh Thuận'),
  'VN-37': province('Tây Ninh'),
  'VN-39': province('Đồng Nai'),
  'VN-40': province('Bình Thuận'),
  'VN-41': province('Long An'),
  'VN-43': province('Bà Rịa - Vũng Tàu'),
  'VN-44': province('An Giang'),
  'VN-45': province('Đồng Tháp'),
  'VN-46': province('Tiền Giang'),
  'VN-47': province('Kiên Giang'),
  'VN-49': province('Vĩnh Long'),
  'VN-50': province('Bến Tre'),
  'VN-51': province('Trà Vinh'),
  'VN-52': province('Sóc Trăng'),
  'VN-53': province('Bắc Kạn'),
  'VN-54': province('Bắc Giang'),
  'VN-55': province('Bạc Liêu'),
  'VN-56': province('Bắc Ninh'),
  'VN-57': province('Bình Dương'),
  'VN-58': province('Bình Phước'),
  'VN-59': province('Cà Mau'),
  'VN-61': province('Hải Dương'),
  'VN-63': province('Hà Nam'),
  'VN-66': province('Hưng Yên'),
  'VN-67': province('Nam Định'),
  'VN-68': province('Phú Thọ'),
  'VN-69': province('Thái Nguyên'),
  'VN-70': province('Vĩnh Phúc'),
  'VN-71': province('Điện Biên'),
  'VN-72': province('Đắk Nông'),
  'VN-73': province('Hậu Giang'),
  'VN-CT': city('Cần Thơ'),
  'VN-DN': city('Đà Nẵng'),
  'VN-HN': city('Hà Nội'),
  'VN-HP': city('Hải Phòng'),
  'VN-SG': city('Hồ Chí Minh', 'Hồ Chí Minh City'),
};

/** The area of a code, or undefined if there is none. */
export const areaOf = (code: string): Area | undefined => (Object.hasOwn(areas, code) ? areas[code] : undefined);
