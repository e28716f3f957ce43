import { SHARE_IMAGE_SIZE } from './build-share-images.ts';

/** A `meta` element that tells other programs how to show a link to the page. */
export interface ShareTag {
  /** Open Graph names its fields so, Twitter by `name`. */
  attribute: 'property' | 'name';
  name: string;
  content: string;
}

/** What is shown of a page where somebody sends its address. */
export interface SharedPage {
  type: 'website' | 'article';
  siteName: string;
  title: string;
  description: string;
  /** Full address. */
  url: string;
  locale: string;
  /** Full address, and what is to be seen. */
  image: { address: string; alt: string };
}

/**
 * Locales of Facebook by language of the press (developers.facebook.com/docs/internationalization): a language without one
 * says nothing, since with a wrong one Facebook would offer to translate the page.
 */
const LOCALES: Record<string, string> = {
  ar: 'ar_AR',
  en: 'en_US',
  es: 'es_LA',
  fa: 'fa_IR',
  hi: 'hi_IN',
  hy: 'hy_AM',
  ja: 'ja_JP',
  km: 'km_KH',
  ko: 'ko_KR',
  lo: 'lo_LA',
  pa: 'pa_IN',
  ru: 'ru_RU',
  th: 'th_TH',
  tl: 'tl_PH',
  uk: 'uk_UA',
  vi: 'vi_VN',
  'zh-Hans': 'zh_CN',
  'zh-Hant': 'zh_TW',
};

/** Says how a link to a page is shown (https://ogp.me). Twitter takes from that all but the kind of card. */
export function shareTags({ type, siteName, title, description, url, locale, image }: SharedPage): ShareTag[] {
  const own = LOCALES[locale];
  const openGraph: [string, string][] = [
    ['og:type', type],
    ['og:site_name', siteName],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ...(own === undefined ? [] : [['og:locale', own] as [string, string]]),
    ['og:image', image.address],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(SHARE_IMAGE_SIZE.width)],
    ['og:image:height', String(SHARE_IMAGE_SIZE.height)],
    ['og:image:alt', image.alt],
  ];
  return [
    ...openGraph.map(([name, content]): ShareTag => ({ attribute: 'property', name, content })),
    { attribute: 'name', name: 'twitter:card', content: 'summary_large_image' },
  ];
}
