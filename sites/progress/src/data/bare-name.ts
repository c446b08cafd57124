const typeWords = /^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Phường|Xã|Thị trấn|Đặc khu) (?=\S)/u;

/** A name without its type word: "Tỉnh Bình Phước" and "Thành phố Hà Nội" sort by B and H; "Quận 1" stays whole. */
export function bareName(name: string): string {
  const bare = name.replace(typeWords, "");
  return /^\d/.test(bare) ? name : bare;
}

/** A name as it stands within a Vietnamese sentence: "tỉnh Bình Phước", "phường Tân Phú"; others as they are. */
export function nameInSentence(name: string): string {
  return typeWords.test(name) ? `${name.slice(0, 1).toLocaleLowerCase("vi")}${name.slice(1)}` : name;
}
