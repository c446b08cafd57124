/** What every list of a synthetic report says of itself. */
export const SYNTHETIC_WORDS = "DỮ LIỆU MÔ PHỎNG, không phải người thật / Synthetic data, no real people";

/** What every list says of how it may travel. */
export const PERSONAL_WORDS =
  "Có thông tin cá nhân: chỉ gửi qua kênh được phép của cơ quan. / Personal data: send it only through your office's permitted channel.";
