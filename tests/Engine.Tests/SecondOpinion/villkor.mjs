// Villkoren i provens processer är så enkla att de kan översättas ord för ord: ett namn, en jämförelse och ett fast värde.
const FORM = /^=?\s*([a-zåäö]\w*)\s*(=|!=|<=|>=|<|>)\s*(true|false|-?\d+(?:\.\d+)?|"[^"]*")\s*$/i;

/** Värdet av ett sådant villkor; en text som inte är ett villkor (en varaktighet, ett id) är sig själv. Null är inte sant, som i FEEL. */
export function villkor(text, variabler) {
  const delar = FORM.exec(text.trim());
  if (!delar) {
    if (text.trim().startsWith('=')) throw new Error(`uttrycket ${text.trim()} översätts inte`);
    return text;
  }
  const [, namn, tecken, fast] = delar;
  const [har, ska] = [variabler[namn], JSON.parse(fast)];
  if (tecken === '=') return har === ska;
  if (tecken === '!=') return har !== ska;
  if (typeof har !== typeof ska) return false;
  return { '<': har < ska, '<=': har <= ska, '>': har > ska, '>=': har >= ska }[tecken];
}
