import { useWords } from './text.tsx';
import css from './app.module.css';

/** Whose the weather is, with the link that its licence asks for; stands wherever weather is shown. */
export function WeatherCredit() {
  const { t } = useWords();
  return (
    <a className={css['credit']} href="https://open-meteo.com/" target="_blank" rel="noreferrer">
      {t('weather.credit')}
    </a>
  );
}
