import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { PROJECT } from '../fixture-site.ts';
import { languageNamed } from '../language-named.ts';

/** The walking handout in languages the fixture site lacks. The Chinese one is of the edition before the newest. */
const WALKING = {
  'zh-Hant': `---
title: 每天走路
summary: 每天走一小段路，身體會更好。
edition: 1
translation:
  state: machine-draft
---

## 怎麼開始走路？ {#start}

1. 穿上好鞋子。
2. 走十分鐘。
3. 累了就休息。

## 注意安全 {#safe}

在明亮的地方走。帶著水。
`,
  fa: `---
title: هر روز پیاده‌روی
summary: پیاده‌روی کوتاه هر روز شما را سالم نگه می‌دارد.
edition: 2
translation:
  state: human-draft
---

## چگونه شروع کنید {#start}

1. کفش خوب بپوشید.
2. ده دقیقه راه بروید.
3. وقتی خسته شدید استراحت کنید.

## ایمن بمانید {#safe}

در روشنایی راه بروید. آب با خود ببرید.
`,
};

/** Changes that give the fixture site languages of the project, each with the walking handout only. */
export async function withLanguages(...tags: (keyof typeof WALKING)[]): Promise<Record<string, string>> {
  const listed = await readFile(join(PROJECT, 'test/fixtures/site/locales/languages.yaml'), 'utf8');
  const added = tags.map((tag) => {
    const entries = Object.entries(languageNamed(tag)).filter(([key]) => key !== 'tag');
    return stringify({ [tag]: Object.fromEntries(entries) });
  });
  const changes: Record<string, string> = { 'locales/languages.yaml': listed + added.join('') };
  for (const tag of tags) {
    changes[`locales/${tag}/ui.json`] = await readFile(join(PROJECT, `locales/${tag}/ui.json`), 'utf8');
    changes[`content/handouts/walking/${tag}.md`] = WALKING[tag];
  }
  return changes;
}
