/** Words cut to what the provider takes, whichever way it counts characters, and not in the middle of one; Alfamart takes no vertical bar. */
export function cutText(words: string, longest: number): string {
  const whole = words.replaceAll('|', '/');
  if (whole.length <= longest) return whole;
  let end = 0;
  for (const character of whole) {
    if (end + character.length > longest) break;
    end += character.length;
  }
  return whole.slice(0, end);
}
