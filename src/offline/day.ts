/** A moment in milliseconds as a Vietnamese day. */
export const day = (time: number): string => new Date(time).toLocaleDateString('vi-VN');
