import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/**
 * Sentences that carriers print in their trails and that the reader once read wrongly, with others of the same kind in the
 * languages around them: papers that customs miss, addresses, parcels not paid for. `|` parts meanings that are all right.
 */
const SENTENCES = `
Votre colis est arrivé par erreur sur un site. Il est en cours de réacheminement vers son site de distribution => EXCEPTION/MISROUTED
L'adresse de votre colis est incomplète. Nous recherchons la partie non renseignée pour le livrer => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Le colis est retourné. Le destinataire a refusé de payer le contre-remboursement => RETURN_STARTED/COD_UNPAID
La livraison a été reportée pour absence du destinataire ou cas de force majeure => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Formulaire douanier manquant, votre colis est retenu en douane => IMPORT_HELD/CUSTOMS_DOCS
Certificat d'origine incorrect, votre colis est retenu en douane => IMPORT_HELD/CUSTOMS_DOCS
Vos colis sont retenus en douane. Le nombre de colis ne correspond pas à la déclaration => IMPORT_HELD/CUSTOMS_DOCS
Identification du contenu de votre colis en cours, il est retenu en douane => IMPORT_HELD/INSPECTION
Le contenu de votre colis est prohibé dans le pays de destination, il est retenu en douane => IMPORT_HELD/PROHIBITED
Votre colis s'apprête à sortir du pays d'origine => ORIGIN_HUB_IN|ORIGIN_HUB_OUT|LINEHAUL_HANDOVER
Votre colis n'a pas pu être récupéré car il n'était pas présent dans la boite à lettres => PICKUP_FAILED/SENDER_NOT_READY
Available for Redelivery or Collection => READY_FOR_PICKUP
Sendung beim Zoll: Handelsrechnung fehlt => IMPORT_HELD/CUSTOMS_DOCS
Zollunterlagen unvollständig, Sendung wird zurückgehalten => IMPORT_HELD/CUSTOMS_DOCS
Einfuhrgenehmigung erforderlich, die Sendung liegt beim Zoll => IMPORT_HELD/CUSTOMS_DOCS
Die Sendung wird vom Zoll geprüft => IMPORT_CUSTOMS|IMPORT_CUSTOMS/INSPECTION
Einfuhr verboten: Inhalt der Sendung nicht erlaubt => IMPORT_HELD/PROHIBITED|EXCEPTION/PROHIBITED
Die Lieferadresse ist unvollständig => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Empfänger hat die Nachnahme nicht bezahlt => DELIVERY_FAILED/COD_UNPAID
Sendung wurde fehlsortiert und wird an das richtige Depot weitergeleitet => EXCEPTION/MISROUTED
Abholung nicht möglich, Ware nicht bereitgestellt => PICKUP_FAILED/SENDER_NOT_READY
Handelsfactuur ontbreekt, zending vastgehouden door de douane => IMPORT_HELD/CUSTOMS_DOCS
Zending wordt gecontroleerd door de douane => IMPORT_CUSTOMS|IMPORT_CUSTOMS/INSPECTION
Bezorgadres is onvolledig => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Ontvanger heeft rembours niet betaald => DELIVERY_FAILED/COD_UNPAID
Pakket is verkeerd gesorteerd => EXCEPTION/MISROUTED
Invoer verboden, zending tegengehouden door douane => IMPORT_HELD/PROHIBITED
Fattura commerciale mancante, spedizione trattenuta in dogana => IMPORT_HELD/CUSTOMS_DOCS
La spedizione è in fase di controllo doganale => IMPORT_CUSTOMS|IMPORT_CUSTOMS/INSPECTION
Indirizzo di consegna incompleto => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Destinatario si è rifiutato di pagare il contrassegno => DELIVERY_FAILED/COD_UNPAID
Merce non pronta al ritiro => PICKUP_FAILED/SENDER_NOT_READY
Spedizione inviata per errore ad altra filiale => EXCEPTION/MISROUTED
Faktura saknas, försändelsen stoppad i tullen => IMPORT_HELD/CUSTOMS_DOCS
Leveransadressen är ofullständig => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Paketet har felsorterats => EXCEPTION/MISROUTED
Mottagaren ville inte betala postförskott => DELIVERY_FAILED/COD_UNPAID
Brak faktury, przesyłka zatrzymana przez urząd celny => IMPORT_HELD/CUSTOMS_DOCS
Odbiorca odmówił zapłaty pobrania => DELIVERY_FAILED/COD_UNPAID
Przesyłka błędnie skierowana => EXCEPTION/MISROUTED
Adres odbiorcy jest niepełny => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Votre colis a été dirigé par erreur vers un autre site => EXCEPTION/MISROUTED
Adresse de livraison erronée => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Le destinataire n'a pas payé le contre-remboursement => DELIVERY_FAILED/COD_UNPAID
Document manquant pour le dédouanement => IMPORT_HELD/CUSTOMS_DOCS
Marchandise interdite, colis bloqué en douane => IMPORT_HELD/PROHIBITED
Enlèvement impossible, colis non prêt => PICKUP_FAILED/SENDER_NOT_READY
Aucune action n'est requise de votre part => NOTE
Es ist keine weitere Aktion erforderlich => NOTE
UPS has received the requested information and will submit for clearance. => IMPORT_CUSTOMS
We've contacted the sender to obtain clearance information => IMPORT_HELD/CUSTOMS_DOCS
快件在【北京大兴营业部】收货完成 => LAST_MILE_HUB|TRANSIT_HUB
仓库打包出库 => ORIGIN_HUB_OUT
`;

describe('wordings of whole trails', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
