import type { ArrivalWords } from './words.ts';

export const vi: ArrivalWords = {
  stages: {
    INFO: 'chuẩn bị hàng',
    FIRST_MILE: 'lấy hàng',
    ORIGIN: 'phân loại tại nơi gửi',
    EXPORT: 'thông quan xuất khẩu',
    LINEHAUL: 'vận chuyển quốc tế',
    IMPORT: 'thông quan nhập khẩu',
    LAST_MILE: 'giao hàng nội địa',
    CLOSE: 'hoàn tất',
  },
  arrival:
    'Kiện hàng {number} của bạn dự kiến đến {oneDay, select, yes {vào {from}} other {trong khoảng từ {from} đến {to}}}.',
  late: '{passed, select, yes {Lẽ ra kiện hàng đã đến chậm nhất vào {promise}; chúng tôi xin lỗi vì sự chậm trễ.} other {Kiện hàng nhiều khả năng sẽ đến sau {promise}, ngày đã hẹn.}}',
  withheld:
    '{why, select, stale {Từ {since} chưa có tin mới về kiện hàng {number} của bạn, lâu hơn bình thường. Chúng tôi chưa muốn nêu một ngày có thể sai.} noScan {Đơn vị vận chuyển chưa quét kiện hàng {number} của bạn nên chúng tôi chưa thể nêu ngày.} other {Kiện hàng {number} của bạn không còn ngày dự kiến đến.}}',
  toCome: 'Các bước còn lại:',
  stage:
    '{stage}: thường mất {time} {sample, plural, =0 {{unseen, select, yes {(giả định: bước này hiếm khi được báo)} other {(giả định: chưa có kiện hàng để so sánh)}}} other {(dựa trên # kiện hàng)}}',
  dayOff:
    '{oneDay, select, yes {{date} là ngày nghỉ} other {Từ {date} đến {to} là ngày nghỉ}} tại {country}{named, select, yes { ({name})} other {}}{sure, select, yes {} other {; ngày này chưa được xác nhận}}.',
  weather:
    'Dự báo có {kind, select, wind {bão} rain {mưa lớn} snow {tuyết rơi dày} other {băng giá}} tại {place} {oneDay, select, yes {vào {from}} other {trong khoảng từ {from} đến {to}}}; kiện hàng của bạn có thể bị chậm ở đó.',
  moved:
    '{direction, select, later {Muộn} other {Sớm}} hơn {time} so với dự kiến trước đó{hasReasons, select, yes {: {reasons}} other {}}.',
  why: {
    news: 'đơn vị vận chuyển báo một bước mới',
    waiting: 'trong lúc đó không có bước mới',
    traffic: 'tốc độ vận chuyển trên tuyến này đã thay đổi',
    holiday: 'có ngày nghỉ trên đường đi',
    trouble: 'có vấn đề trên đường cần được xử lý trước',
    strike: 'đình công',
    weather: 'thời tiết',
    handover: 'thời điểm bàn giao cho đơn vị vận chuyển',
  },
  would: {
    scan: 'Thông báo tiếp theo của đơn vị vận chuyển có thể làm thay đổi ngày này.',
    trouble: 'Khi vấn đề trên đường được xử lý, hàng có thể đến sớm hơn.',
    strike: 'Khi đình công kết thúc, hàng có thể đến sớm hơn.',
    weather: 'Khi thời tiết tốt lên, hàng có thể đến sớm hơn.',
    holiday: 'Nếu ngày nghỉ chưa xác nhận rơi vào ngày khác, ngày này sẽ thay đổi theo.',
  },
};
