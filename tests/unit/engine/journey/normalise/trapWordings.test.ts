import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/**
 * Sentences with the words of an end that tell of none, beside those that do: what is wished, asked, promised for tomorrow, searched
 * for, marked in error or handed to the wrong one. `|` parts meanings that are all right.
 */
const SENTENCES = `
Customer cancelled on arrival => DELIVERY_FAILED/REFUSED
Order cancelled by customer => CANCELLED
Shipment cancelled by sender => CANCELLED/SENDER_REQUEST
Customer is not expecting the parcel => DELIVERY_FAILED/REFUSED
Recipient changed his mind => DELIVERY_FAILED/REFUSED
Customer wants to open before paying => DELIVERY_FAILED/REFUSED
Customer refuses to pay => DELIVERY_FAILED/COD_UNPAID
Recipient refused to pay customs duty => IMPORT_HELD/DUTIES_UNPAID
Parcel returned: recipient refused to pay => RETURN_STARTED|RETURNED
Refused due to COD problem => DELIVERY_FAILED/COD_UNPAID
Delivery attempted - phone closed => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Delivery attempted - shop closed => DELIVERY_FAILED/BUSINESS_CLOSED
Invalid number, number disconnected => EXCEPTION/RECIPIENT_UNREACHABLE|DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Consignee's mobile switched off => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Recipient asked to collect from office => NOTE
Recipient collected the shipment from office => DELIVERED
Access permission required => DELIVERY_FAILED/NO_ACCESS
Consignee requested a schedule for Monday => DELIVERY_FAILED/RESCHEDULED
Delivery attempted, wrong building => DELIVERY_FAILED/ADDRESS_PROBLEM
Cancelled as per client request => CANCELLED/SENDER_REQUEST
Delivery attempted - damaged parcel => DELIVERY_FAILED/DAMAGED
Delivered damaged => DELIVERED/DAMAGED
Reverse pickup closed => CANCELLED|PICKUP_FAILED
Payment has been received from the customer => NOTE
The customer wants to receive the shipment tomorrow => DELIVERY_FAILED/RESCHEDULED|NOTE
Licence d'importation manquante, colis retenu en douane => IMPORT_HELD/CUSTOMS_DOCS
Customer expects to receive it on Monday => NOTE|null
Recipient agreed to receive the parcel later => NOTE|null
Recipient unable to receive the parcel => NOTE|DELIVERY_FAILED
Customer received a call from the courier => NOTE
Recipient signed up for SMS updates => NOTE
Recipient signed for the parcel => DELIVERED
Delivered status under investigation => EXCEPTION
Delivery confirmed for tomorrow => NOTE
Delivery confirmed => DELIVERED
Search for lost parcel started => EXCEPTION
Parcel lost => LOST/LOST
Cancellation request received => NOTE
Cancellation request rejected => NOTE
If not collected the parcel will be returned => NOTE
Unless collected by Friday, parcel will be returned to sender => NOTE
Parcel not collected, returned to sender => RETURNED|RETURN_STARTED|RETURN_IN_TRANSIT
Der Empfänger möchte die Sendung am Montag erhalten => NOTE|null
Der Empfänger hat die Sendung erhalten => DELIVERED
Versehentlich als zugestellt markiert => EXCEPTION
An falsche Adresse zugestellt => EXCEPTION/MISROUTED
Nachforschung zum verlorenen Paket gestartet => EXCEPTION
Stornierungsanfrage erhalten => NOTE
Zustellung bestätigt für morgen => NOTE
Le destinataire souhaite recevoir le colis lundi => NOTE|null
Livraison confirmée pour demain => NOTE
Marqué comme livré par erreur => EXCEPTION
Livré à une mauvaise adresse => EXCEPTION/MISROUTED
Recherche du colis perdu en cours => EXCEPTION
Sera retourné s'il n'est pas retiré => NOTE
Annulation demandée => NOTE
Preuve de livraison demandée => NOTE
Consegna confermata per domani => NOTE
Consegnato all'indirizzo sbagliato => EXCEPTION/MISROUTED
Contrassegnato come consegnato per errore => EXCEPTION
Ricerca del pacco smarrito avviata => EXCEPTION
Il destinatario ha ricevuto un avviso => NOTE
De ontvanger wil het pakket maandag ontvangen => NOTE|null
Ontvanger heeft een bericht ontvangen => NOTE
Ontvanger heeft het pakket ontvangen => DELIVERED
Bezorgd op verkeerd adres => EXCEPTION/MISROUTED
Per ongeluk als bezorgd gemarkeerd => EXCEPTION
Bezorging bevestigd voor morgen => NOTE
Levererad till fel adress => EXCEPTION/MISROUTED
Felaktigt markerad som levererad => EXCEPTION
Leverans bekräftad för imorgon => NOTE
Entrega confirmada para mañana => NOTE
Entrega confirmada => DELIVERED
Búsqueda del paquete perdido iniciada => EXCEPTION
Doręczono pod zły adres => EXCEPTION/MISROUTED
Błędnie oznaczono jako doręczone => EXCEPTION
Doręczenie potwierdzone na jutro => NOTE
包裹丢失查找中 => EXCEPTION
取消申请已提交 => NOTE
如未领取将退回 => NOTE
Parcel arrived at the courier outlet, delivery will be scheduled soon => LAST_MILE_HUB
Delivery failed due to address related problem => DELIVERY_FAILED/ADDRESS_PROBLEM
The recipient cannot be reached => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Parcel is on the way to the sender => RETURN_IN_TRANSIT|RETURN_STARTED
In transit to the sender's local depot => RETURN_IN_TRANSIT|IN_TRANSIT|RETURN_STARTED
The courier is preparing to pick up your parcel => PICKUP_ARRANGED
Parcel delivered (received by the sender) => RETURNED
Notification received by sender => NOTE|INFO_RECEIVED|null
Sender dropped item at parcel box => PICKED_UP
Courier collected item from drop box => PICKED_UP
Collection period has expired => EXCEPTION/UNCLAIMED
Please call us for further information => NOTE
Pre-alert sent => INFO_RECEIVED
包裹送达门卫 => DELIVERED
包裹正在运回寄件人 => RETURN_IN_TRANSIT|RETURN_STARTED
已收到寄件人的请求，安排上门取件 => PICKUP_ARRANGED
`;

describe('wordings that look like an end', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
