import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences as carriers write them, with what they mean; `|` parts meanings that are all right. */
const SENTENCES = `
Etiqueta emitida => INFO_RECEIVED
O vendedor está preparando seu pedido => INFO_RECEIVED
Objeto aguardando postagem => INFO_RECEIVED
Coleta solicitada => PICKUP_ARRANGED
Coleta não realizada: remetente ausente => PICKUP_FAILED
Objeto postado => PICKED_UP
Pacote coletado => PICKED_UP
Objeto em trânsito - por favor aguarde => IN_TRANSIT
Objeto encaminhado de Unidade de Tratamento em CAJAMAR para Unidade de Distribuição => IN_TRANSIT|TRANSIT_HUB|DEST_HUB_OUT
Objeto recebido na unidade de exportação no país de origem => ORIGIN_HUB_IN|PICKED_UP
Chegou no centro de distribuição => TRANSIT_HUB
Saiu do centro de distribuição => TRANSIT_HUB
Objeto recebido pelos Correios do Brasil => LINEHAUL_ARRIVED|PICKED_UP
Chegou ao país de destino => LINEHAUL_ARRIVED
Encaminhado para fiscalização aduaneira => IMPORT_CUSTOMS
Fiscalização aduaneira finalizada => IMPORT_CLEARED
Aguardando pagamento do despacho postal => IMPORT_HELD/DUTIES_UNPAID
Aguardando pagamento dos tributos => IMPORT_HELD/DUTIES_UNPAID
Pagamento confirmado => NOTE
Retido pela alfândega => IMPORT_HELD
Objeto saiu para entrega ao destinatário => OUT_FOR_DELIVERY
Em rota de entrega => OUT_FOR_DELIVERY
Objeto entregue ao destinatário => DELIVERED
Entrega realizada com sucesso => DELIVERED
Entregue => DELIVERED
Recebido por Maria => DELIVERED
Objeto não entregue - carteiro não atendido => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Tentativa de entrega não efetuada => DELIVERY_FAILED/OTHER
Destinatário recusou o objeto => DELIVERY_FAILED/REFUSED
Endereço incorreto => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Cliente ausente, nova tentativa no próximo dia útil => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Objeto aguardando retirada no endereço indicado => READY_FOR_PICKUP
Disponível para retirada => READY_FOR_PICKUP
Objeto em devolução ao remetente => RETURN_IN_TRANSIT|RETURN_STARTED
Objeto será devolvido ao remetente => RETURN_STARTED
Objeto entregue ao remetente => RETURNED
Devolvido ao remetente => RETURNED
Objeto extraviado => LOST
Objeto roubado => LOST
Pedido cancelado => CANCELLED
Objeto avariado => EXCEPTION/DAMAGED
Mal encaminhado => EXCEPTION/MISROUTED
Pacote a caminho => IN_TRANSIT
Entregue à transportadora local => LAST_MILE_HUB|PICKED_UP
Recebido na base de entrega => LAST_MILE_HUB
Voo decolou => LINEHAUL_DEPARTED
Liberado pela alfândega => IMPORT_CLEARED
A entrega não pode ser efetuada - Cliente desconhecido no local => DELIVERY_FAILED/ADDRESS_PROBLEM
Saída para entrega cancelada => DELIVERY_FAILED|EXCEPTION
`;

describe('Portuguese', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
