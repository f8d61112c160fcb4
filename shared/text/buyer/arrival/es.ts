import type { ArrivalWords } from './words.ts';

export const es: ArrivalWords = {
  stages: {
    INFO: 'preparación',
    FIRST_MILE: 'recolección',
    ORIGIN: 'clasificación en origen',
    EXPORT: 'aduana de exportación',
    LINEHAUL: 'transporte internacional',
    IMPORT: 'aduana de importación',
    LAST_MILE: 'reparto local',
    CLOSE: 'cierre',
  },
  arrival:
    'Tu paquete {number} debería llegar {oneDay, select, yes {el {from}} other {entre el {from} y el {to}}}.',
  late: '{passed, select, yes {Debía llegar a más tardar el {promise}; lamentamos el retraso.} other {Es probable que llegue después del {promise}, la fecha prometida.}}',
  withheld:
    '{why, select, stale {No tenemos noticias de tu paquete {number} desde el {since}, más tiempo de lo habitual. Preferimos no dar una fecha a dar una equivocada.} noScan {La transportadora aún no ha escaneado tu paquete {number}, por eso todavía no podemos dar una fecha.} other {Tu paquete {number} ya no tiene fecha estimada de llegada.}}',
  toCome: 'Lo que falta:',
  stage:
    '{stage}: normalmente {time} {sample, plural, =0 {{unseen, select, yes {(una suposición: este paso casi nunca se informa)} other {(una suposición: aún no tenemos paquetes con que comparar)}}} one {(visto en # paquete)} other {(visto en # paquetes)}}',
  dayOff:
    '{oneDay, select, yes {Día no laborable ({country}): {date}} other {Días no laborables ({country}): del {date} al {to}}}{named, select, yes { ({name})} other {}}{sure, select, yes {} other {; la fecha aún no está confirmada}}.',
  weather:
    '{kind, select, wind {Se pronostica una tormenta} rain {Se pronostican lluvias fuertes} snow {Se pronostica una fuerte nevada} other {Se pronostica hielo}} en {place} {oneDay, select, yes {el {from}} other {entre el {from} y el {to}}}; tu paquete podría demorarse allí.',
  moved:
    'Llegaría {time} {direction, select, later {más tarde} other {antes}} de lo que esperábamos la última vez{hasReasons, select, yes {: {reasons}} other {}}.',
  why: {
    news: 'la transportadora informó un nuevo paso',
    waiting: 'no se informó ningún paso nuevo mientras tanto',
    traffic: 'cambió la velocidad de los paquetes en este trayecto',
    holiday: 'días no laborables en el camino',
    trouble: 'algo en el camino debe resolverse primero',
    strike: 'una huelga',
    weather: 'el clima',
    handover: 'la entrega a la transportadora',
  },
  would: {
    scan: 'El próximo aviso de la transportadora puede cambiar esta fecha.',
    trouble: 'Cuando se resuelva el problema en el camino, puede llegar antes.',
    strike: 'Cuando termine la huelga, puede llegar antes.',
    weather: 'Cuando mejore el clima, puede llegar antes.',
    holiday: 'Si el feriado aún no confirmado cae en otro día, esta fecha también cambia.',
  },
};
