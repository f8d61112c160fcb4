import type { WordList } from '../lexicon.ts';
import { listed, phrases } from './phrases.ts';

/** Countries as posts and couriers of Europe name them where a parcel comes into one, by the languages of the patterns below. */
const ARRIVALS: readonly (readonly [string, string])[] = [
  [
    'in * angekommen, in * eingetroffen, nach * eingefuhrt, ankunft in *',
    'deutschland, osterreich, der schweiz, frankreich, italien, spanien, polen, den niederlanden, belgien',
  ],
  [
    'arrive en *, arrivee en *, est arrive en *, est arrivee en *, entre en *',
    'france, allemagne, belgique, suisse, italie, espagne, pologne, autriche',
  ],
  [
    'arrivata in *, arrivato in *, e arrivata in *, e arrivato in *, giunta in *, giunto in *',
    'italia, francia, germania, spagna, svizzera, polonia, austria',
  ],
  [
    'aangekomen in *, gearriveerd in *, aankomst in *',
    'nederland, belgie, duitsland, frankrijk, spanje, italie, polen',
  ],
  [
    'dotarla do *, dotarl do *, nadeszla do *, nadejscie do *, nadejscie przesylki do *, przesylka dotarla do *, przyjeto w *, przyjecie w *',
    'polski, niemiec, francji, wloch, hiszpanii, polsce, niemczech',
  ],
];

/**
 * More words of the carriers of Germany, France, Italy, the Netherlands and Poland, beside those of `rest.ts`: what their public
 * pages say of whole parcels' ways.
 */
export const EUROPE: WordList = {
  'COUNTRY+ARRIVE': ARRIVALS.map(([patterns, names]) => phrases(patterns, listed(names))).join(', '),
  DELIVERED: `abgeliefert, ablieferung erfolgt, dostarczona, dostarczono, dostarczony, dostarczyl, dostarczyla, doreczyl, doreczyla, riconsegnata, riconsegnato, riconsegnati`,
  'DELIVERED+SAFE': `in den briefkasten eingeworfen, in den briefkasten eingelegt, im briefkasten hinterlegt, depose en boite aux lettres, depose dans la boite aux lettres, depose dans votre boite aux lettres, depose dans sa boite aux lettres, mis en boite aux lettres, remis en boite aux lettres, depose en bal, ablieferung beim nachbarn, am ablageort abgelegt, am wunschablageort abgelegt, an der haustur abgestellt, vor der haustur abgestellt, vor der tur abgestellt, in der garage abgestellt, pozostawiona u sasiada, zostawiona u sasiada, lasciata al vicino, lasciato al vicino, achtergelaten op een veilige plek, achtergelaten bij de voordeur, depose chez un voisin, depose chez le voisin, depose devant la porte`,
  COLLECTED: `odebrana, odebrany, odebrane, odebranie`,
  'RETURN+TRANSIT': `wraca do nadawcy, wraca do sprzedawcy, w drodze powrotnej, powrot do nadawcy, in fase di reso, reso in corso, reso al mittente in corso, reso in transito, terug op weg naar afzender, op de terugweg, befindet sich auf dem ruckweg`,
  'RETURN+RETURNED': `nadawca odebral zwrot, zwrot odebrany przez nadawce, sprzedawca odebral zwrot, zwrot odebrany przez sprzedawce, ruckgabe an absender erfolgt, ruckgabe an den absender erfolgt, zwrocona do nadawcy, zwrocono do nadawcy, zwrocony do nadawcy, zwrocone do nadawcy, zwrocona nadawcy, zwrocono nadawcy, restituita al mittente, restituito al mittente, restituiti al mittente`,
  RETURN: `ruckversand, rucklieferung, zwrocona, zwrocono, zwrocony, zwrocone`,
  'RETURN+REQUEST': `richiesto il reso, richiesto il reso al mittente, reso richiesto, reso al mittente richiesto, richiesta di reso, richiesta di reso al mittente, richiesta reso, disposto il reso, disposto il reso al mittente, reso disposto, reso al mittente disposto, autorizzato il reso, autorizzato il reso al mittente, demande de retour, demande de retour a l expediteur, retour demande, retour a l expediteur demande, rucksendung beauftragt, rucksendung angefordert, retour aangevraagd, zlecono zwrot, zlecono zwrot do nadawcy, zwrot do nadawcy zlecony, zwrot zlecony`,
  'RETURN+START': `reso avviato, reso al mittente avviato, in attesa di reso, in attesa di reso al mittente, da rendere al mittente, da restituire al mittente, zu retournieren, do zwrotu, do zwrotu do nadawcy, przygotowana do zwrotu, klaar voor retour`,
  ARRIVE: `nadejscie, przybycie, przybyla, przybyl, dotarcie`,
  DEPART: `wyslanie, opuszczenie`,
  'RECEIVE+HUB': `przyjecie przesylki w oddziale, przyjecie przesylki w sortowni, przyjecie przesylki w terminalu, przyjecie przesylki w magazynie, przyjecie przesylki w centrum logistycznym, przyjecie paczki w oddziale, przyjecie paczki w sortowni, przyjecie paczki w terminalu, przyjecie paczki w magazynie, przyjecie paczki w centrum logistycznym, przyjeta w oddziale, przyjeto w oddziale, przyjecie w oddziale, przyjeta w sortowni, przyjeto w sortowni, przyjecie w sortowni, przyjeta w terminalu, przyjeto w terminalu, przyjeta w magazynie, przyjeto w magazynie, prise en charge sur l agence, pris en charge sur l agence, prise en charge en agence, pris en charge en agence, prise en charge a l agence, preso in carico dalla filiale, presa in carico dalla filiale, presa in carico presso la filiale`,
  HUB: `terminala, oddzialu, terminalu, magazynu, sortowniach, centrum logistycznego, centrum logistycznym, lager, im lager, magazzino, rozdzielnia, rozdzielni`,
  'HUB+ORIGIN': `lager des auftraggebers, lager des absenders, lager des versenders, lager des verkaufers, entrepot de l expediteur, entrepot du vendeur, magazzino del mittente, magazzino del venditore, magazijn van de afzender, magazijn van de verkoper, magazyn nadawcy, magazynu nadawcy, magazyn sprzedawcy, magazynu sprzedawcy`,
  'ORIGIN+HUB+PROCESS': `klaar voor verzending naar land van bestemming, klaar voor verzending naar het land van bestemming, klaar voor verzending naar het buitenland, pret a partir pour le pays de destination, bereit zum versand ins zielland, pronta per la spedizione all estero`,
  STATION: `vestiging, bezorgvestiging, van waaruit wordt bezorgd, vestiging van waaruit wordt bezorgd, sede gls locale, sede locale, filiale locale, agenzia locale, filiale di destinazione, lokale niederlassung, lokales depot, depot local, lokaal depot, oddzial lokalny, oddzial docelowy, oddziale docelowym`,
  COURIER: `koerier, koeriers, bezorgers, postbode, brieftrager, kuriera, portalettere`,
  LOCKER: `paczkomacie, automat paczkowy, automacie paczkowym, automacie, automatu paczkowego`,
  POSTED: `umieszczona, umieszczono, umieszczony`,
  OFD: `affidata al corriere la mattina, affidata al corriere nel pomeriggio, affidata al corriere per la consegna, affidata all autista, affidato al corriere la mattina, affidato al corriere nel pomeriggio, affidato al corriere per la consegna, affidato all autista, consegnata all autista, consegnata al corriere per la consegna, consegnato all autista, consegnato al corriere per la consegna, an den zusteller ubergeben, dem zusteller ubergeben, remis au livreur, remis au facteur, confie au livreur, confie au facteur, overhandigd aan de bezorger, overgedragen aan de bezorger, przekazana doreczycielowi, przekazano doreczycielowi, affidata al postino, affidata al portalettere, consegna prevista nel corso della giornata, consegna prevista nel corso della giornata odierna, consegna prevista nella giornata odierna, in consegna nella giornata odierna, in consegna oggi`,
  TRANSIT: `w trasie, w podrozy`,
  PICKED: `acquisita in filiale, acquisito in filiale, acquisita, acquisito, mamy twoja paczke, mamy twoja przesylke`,
  NOTICE: `zawiadomienie, zawiadomienia, benachrichtigungskarte, benachrichtigung, bericht bezorgd, bezorgbericht, vernichtung beantragt, vernichtung der sendung beantragt, demande de destruction, vernietiging aangevraagd, richiesta di distruzione, odebrano zgloszenie, odebrano reklamacje, odebrano zgloszenie reklamacyjne, ruckschein, ruckscheins, avis de reception, accuse de reception, avviso di ricevimento, ricevuta di ritorno, ontvangstbevestiging, bericht van ontvangst, potwierdzenie odbioru, zwrotne potwierdzenie odbioru, potwierdzenia odbioru, umleitung storniert, umleitung wurde storniert, weiterleitung storniert, weiterleitung wurde storniert, nachsendung storniert, nachsendung wurde storniert, reexpedition annule, reexpedition annulee, omleiding geannuleerd, omleiding is geannuleerd, doorzending geannuleerd, doorzending is geannuleerd, anulowano przekierowanie, przekierowanie anulowane, anulowano zmiane adresu, anulowano termin doreczenia, platnosc za pobraniem przekazana nadawcy, kwota pobrania przekazana nadawcy, pobranie przekazane nadawcy, przypomnienie, powiadomienie, wyslano powiadomienie, herinnering, erinnerung, promemoria, rappel, vergeet niet, nicht vergessen, bitte nicht vergessen, n oubliez pas, non dimenticare, nie zapomnij`,
  UNCLAIMED: `minal czas na odbior, minal termin odbioru, uplynal termin odbioru, uplynal czas na odbior, termin odbioru minal, termin odbioru uplynal, abholfrist abgelaufen, lagerfrist abgelaufen, afhaaltermijn verstreken, afhaaltermijn is verstreken, delai de retrait expire, delai de garde expire, termine di ritiro scaduto, giacenza scaduta`,
  CLEAR: `zwolnienie`,
  CUSTOMS: `urzad celny, urzedu celnego, urzedzie celnym, svincolo`,
  'CUSTOMS+CLEAR+DONE': `verifica per lo svincolo completata, svincolo completato, zakonczono odprawe celna, zakonczenie odprawy celnej, odprawa celna zakonczona pomyslnie`,
  'ORDER+CREATED': `colis enregistre, enregistre dans le systeme, envoi enregistre, expedition enregistree, commande enregistree, attendiamo che ci venga affidata, attendiamo che ci venga affidato, in attesa di essere affidata, in attesa di affidamento al corriere, utworzono etykiete, etykieta utworzona, etykieta wygenerowana`,
  'HOLD+REQUEST': `in attesa di istruzioni, in attesa di istruzioni dal mittente, in attesa di istruzioni del mittente, attesa istruzioni, in attesa di disposizioni, in attesa di disposizioni dal mittente, wartet auf anweisungen, wartet auf anweisung des absenders, warten auf anweisungen, en attente d instructions, en attente d instructions de l expediteur, wacht op instructies, wacht op instructies van de afzender, in afwachting van instructies, oczekuje na dyspozycje, oczekuje na dyspozycje nadawcy, oczekuje na instrukcje`,
  PUDO: `fermopoint, brt fermopoint, fermo point, punktu odbioru, punkcie odbioru, punktu, punkt partnerski, punktu partnerskiego, paczkopunktu, paczkopunkcie`,
  POST: `placowki, placowce, placowki pocztowej, urzedu pocztowego`,
  START: `e stato avviato, e stata avviata, e stato aperto, zostal rozpoczety`,
  ATTEMPT: `doreczono awizo, dostarczono awizo, pozostawiono awizo, doreczono zawiadomienie, avviso di consegna lasciato, lasciato avviso, avviso lasciato, lasciato avviso di giacenza, avviso di giacenza lasciato, cartolina lasciata`,
  MISSING: `smarrimento in verifica, smarrimento in corso di verifica, verifica smarrimento, verifica di smarrimento, ricerche in corso, ricerca in corso, egare, egaree, egares, recherches en cours, recherche en cours, enquete pour perte, enquete de perte, podejrzenie zagubienia, podejrzenie zaginiecia, poszukiwanie przesylki, poszukiwania w toku, verdacht auf verlust, nach der sendung wird gesucht`,
  LOST: `zaginela, zaginal, zaginiona, zaginiony`,
  'FAIL+DELIVERY': `brak mozliwosci doreczenia, niemozliwosc doreczenia, doreczenie niemozliwe, nie mozna doreczyc, nie udalo sie doreczyc, nie udalo sie dostarczyc`,
  BADADDRESS: `sconosc, sconosciuto, sconosciuta, inesistente, destinatario sconosciuto, indirizzo inesistente, adres niepelny, niepelny adres, bledny adres, adres bledny, adres niekompletny, niekompletny adres, nieprawidlowy adres, adres nieprawidlowy`,
  REQUEST: `gewunscht`,
  'COLLECTED+RECIPIENT': `abgeholt vom empfanger, abgeholt durch den empfanger, abgeholt durch empfanger, abgeholt vom kunden, abgeholt durch den kunden, opgehaald door klant, opgehaald door de klant, is afgehaald door de ontvanger, is afgehaald door ontvanger, is afgehaald door geadresseerde, is afgehaald door de geadresseerde, is afgehaald door klant, is afgehaald door de klant, opgehaald door de ontvanger, is opgehaald door de ontvanger, opgehaald door ontvanger`,
  'HANDOVER+CUSTOMS': `beim zoll abgeliefert, beim zoll zugestellt, beim zoll ausgeliefert, beim zoll afgeleverd, beim zoll bezorgd, an den zoll abgeliefert, an den zoll zugestellt, an den zoll ausgeliefert, an den zoll afgeleverd, an den zoll bezorgd, dem zoll abgeliefert, dem zoll zugestellt, dem zoll ausgeliefert, dem zoll afgeleverd, dem zoll bezorgd, bij de douane abgeliefert, bij de douane zugestellt, bij de douane ausgeliefert, bij de douane afgeleverd, bij de douane bezorgd, bij douane abgeliefert, bij douane zugestellt, bij douane ausgeliefert, bij douane afgeleverd, bij douane bezorgd, aan de douane abgeliefert, aan de douane zugestellt, aan de douane ausgeliefert, aan de douane afgeleverd, aan de douane bezorgd`,
  'ARRIVE+HUB': `im paketzentrum abgeliefert, im paketzentrum zugestellt, im paketzentrum ausgeliefert, im verteilzentrum abgeliefert, im verteilzentrum zugestellt, im verteilzentrum ausgeliefert, im sortierzentrum abgeliefert, im sortierzentrum zugestellt, im sortierzentrum ausgeliefert, im logistikzentrum abgeliefert, im logistikzentrum zugestellt, im logistikzentrum ausgeliefert, im zentrallager abgeliefert, im zentrallager zugestellt, im zentrallager ausgeliefert, im depot abgeliefert, im depot zugestellt, im depot ausgeliefert, bij het sorteercentrum afgeleverd, bij het sorteercentrum bezorgd, bij sorteercentrum afgeleverd, bij sorteercentrum bezorgd, op het sorteercentrum afgeleverd, op het sorteercentrum bezorgd, in het sorteercentrum afgeleverd, in het sorteercentrum bezorgd, bij het depot afgeleverd, bij het depot bezorgd, in het depot afgeleverd, in het depot bezorgd, bij het distributiecentrum afgeleverd, bij het distributiecentrum bezorgd`,
  PROBLEM: `onjuist bezorgd, foutief bezorgd, bezorgd bij verkeerd adres, afgeleverd op verkeerd adres, irrtumlich zugestellt, irrtumlich ausgeliefert, fehlzustellung, consegnata per errore, consegnato per errore, doreczono omylkowo, doreczona omylkowo, doreczona pod bledny adres`,
  'COLLECTED+PUDO': `ritirato dal punto di ritiro, ritirato presso il punto di ritiro, ritirato al punto di ritiro, ritirato in ufficio postale, ritirato presso l ufficio postale, ritirato dal locker, ritirato dal destinatario presso, ritirata dal punto di ritiro, ritirata presso il punto di ritiro, ritirata al punto di ritiro, ritirata in ufficio postale, ritirata presso l ufficio postale, ritirata dal locker, ritirata dal destinatario presso`,
  'PREPARE+DELIVERY': `gotowa do doreczenia, czeka na doreczenie, oczekuje na doreczenie, przygotowano do doreczenia, przygotowana do wydania`,
  'DATA+RECEIVE': `odebrano dane, odebrano dane przesylki, odebrano informacje`,
  RESCHEDULE: `rimanda la consegna, rimandata la consegna, consegna rimandata, rinvia la consegna, appuntamento di consegna annullato, appuntamento di consegna annullata, appuntamento di consegna e stato annullato, appuntamento annullato, appuntamento annullata, appuntamento e stato annullato, prenotazione annullato, prenotazione annullata, prenotazione e stato annullato, zustelltermin storniert, zustelltermin wurde storniert, termin storniert, termin wurde storniert, wunschtermin storniert, wunschtermin wurde storniert, rendez vous annule, rendez vous annulee, rendez vous de livraison annule, rendez vous de livraison annulee, bezorgafspraak geannuleerd, bezorgafspraak is geannuleerd, afspraak geannuleerd, afspraak is geannuleerd`,
  CARRIER: `przewoznik, przewoznika, przewoznikowi`,
  ETA: `consegna programmata, consegna concordata, consegna pianificata`,
  REFUSE: `annahmeverweigerung`,
  COLLECT: `disponibile al ritiro, disponibile per il ritiro presso, pronta al ritiro, pronto al ritiro, fermo deposito, in fermo deposito, pour retrait, pour le retrait, pour etre retire`,
  'DELIVERED+RECIPIENT': `reception confirmee par le destinataire, ricezione confermata dal destinatario, ontvangst bevestigd door de ontvanger, empfang durch den empfanger bestatigt`,
  HOLD: `inizio giacenza, apertura giacenza, entrata in giacenza, aperta giacenza, giacenza aperta`,
  WEATHER: `alluvione, nubifragio, acqua alta, neve, nevicata, mareggiata, hochwasser, glatteis, inondation, chute de neige, overstroming, powodz, wichura, sniezyca, zle warunki pogodowe`,
  NOACCESS: `blocco stradale, blocco circolazione, strada interrotta, strada chiusa, strassensperre, strassensperrung, route barree, route coupee, wegversperring, blokada drogi`,
  CLOSED: `cessata attivita, cessata attivita destinatario, chiusura settimanale, chiuso per turno, chiuso per ferie, destinatario chiuso, betriebsferien, geschaftsaufgabe, ferme definitivement, fermeture hebdomadaire, fermeture annuelle, gesloten wegens vakantie, firma zamknieta`,
  'NOTICE+ADDRESS': `chiesta consegna altro indirizzo, chiesta consegna ad altro indirizzo, chiesta consegna altro indir, richiesta consegna altro indirizzo, richiesta consegna ad altro indirizzo, richiesta consegna altro indir, richiesta la consegna altro indirizzo, richiesta la consegna ad altro indirizzo, richiesta la consegna altro indir`,
  'TRANSIT+FORWARD': `inoltro altra filiale, inoltro ad altra filiale, inoltrata ad altra filiale, inoltrato ad altra filiale`,
  'HUB+PROCESS': `en cours de groupage, groupage`,
};
